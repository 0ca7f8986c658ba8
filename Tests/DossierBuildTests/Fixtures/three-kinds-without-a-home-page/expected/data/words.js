(window.DossierData = window.DossierData || {})["word"] = {"fields":[{"id":"meaning","label":"Meaning"}],"records":[
{"id":"annex","label":"Annex","address":"words/annex.html","cells":[{"html":"\u003ctd>[What hangs on a treaty] \u003ca href=\"words/annex.html#fact-meaning\">fact\u003c/a>\n","text":"What hangs on a treaty"}]}],"works":[]};
