(window.DossierData = window.DossierData || {})["event"] = {"fields":[{"id":"held","label":"Held"}],"records":[
{"id":"talks","label":"Talks","lang":"en","address":"events/talks.html","cells":[{"html":"\u003ctd>[травень 1969 р.] \u003ca href=\"events/talks.html#fact-held\">fact\u003c/a>\n","text":"травень 1969 р.","works":[0]}]}],"works":[["Gowan 2018","sources/gowan-2018.html"]]};
