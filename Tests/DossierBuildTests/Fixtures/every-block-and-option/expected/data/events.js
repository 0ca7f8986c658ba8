(window.DossierData = window.DossierData || {})["event"] = {"fields":[{"id":"held","label":"Held"}],"records":[
{"id":"talks","label":"Talks","address":"events/talks.html","cells":[{"html":"\u003ctd>[May 1969] \u003ca href=\"events/talks.html#fact-held\">fact\u003c/a>\n","text":"May 1969","works":[0]}]}],"works":[["Gowan 2018","sources/gowan-2018.html"]]};
