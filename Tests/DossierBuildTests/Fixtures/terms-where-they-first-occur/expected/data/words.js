(window.DossierData = window.DossierData || {})["word"] = {"fields":[{"id":"meaning","label":"Meaning"}],"records":[
{"id":"line","label":"Line","title":"Line of contact","address":"words/line.html","cells":[0]},
{"id":"truce","label":"Truce","title":"Truce","address":"words/truce.html","cells":[{"value":"A halt that may be short & is not a peace."}]}]};
