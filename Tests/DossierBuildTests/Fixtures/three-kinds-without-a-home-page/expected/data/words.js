(window.DossierData = window.DossierData || {})["word"] = {"fields":[{"id":"meaning","label":"Meaning"}],"records":[
{"id":"annex","label":"Annex","title":"Annex","address":"words/annex.html","cells":[{"value":"What hangs on a treaty"}]}]};
