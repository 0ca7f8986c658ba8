(window.DossierData = window.DossierData || {})["word"] = {"fields":[{"id":"meaning","label":"Значення"}],"records":[
{"id":"truce","label":"Перемир’я","title":"Перемир’я","address":"words/truce.html","cells":[{"value":"Зупинка, яка ще не мир."}]},
{"id":"line","label":"Line","title":"Line of contact","address":"words/line.html","cells":[0]}]};
