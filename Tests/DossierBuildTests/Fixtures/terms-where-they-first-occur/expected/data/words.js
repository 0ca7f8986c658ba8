(window.DossierData = window.DossierData || {})["word"] = {"fields":[{"id":"meaning","label":"Meaning"}],"records":[
{"id":"line","label":"Line","title":"Line of contact","address":"words/line.html","cells":[0]},
{"id":"truce","label":"Truce","address":"words/truce.html","cells":[{"html":"\u003ctd>[A halt that may be short &amp; is not a peace.] \u003ca href=\"words/truce.html#fact-meaning\">fact\u003c/a>\n","text":"A halt that may be short & is not a peace."}]}],"works":[]};
