(window.DossierData = window.DossierData || {})["word"] = {"fields":[{"id":"meaning","label":"Значення"}],"records":[
{"id":"truce","label":"Перемир’я","address":"words/truce.html","cells":[{"html":"\u003ctd>[Зупинка, яка ще не мир.] \u003ca href=\"words/truce.html#fact-meaning\">fact\u003c/a>\n","text":"Зупинка, яка ще не мир."}]},
{"id":"line","label":"Line","title":"Line of contact","lang":"en","address":"words/line.html","cells":[0]}],"works":[]};
