(window.DossierData = window.DossierData || {})["format"] = {"fields":[{"id":"needs","label":"Needs"}],"records":[
{"id":"training","label":"Training","title":"Training","address":"formats/training.html","cells":[{"value":"Mandate: Required"}]},
{"id":"watching","label":"Watching","title":"Watching","address":"formats/watching.html","cells":[{"value":"Truce: Required; Mandate: Helpful","sources":["Gowan 2018"]}]}]};
