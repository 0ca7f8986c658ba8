(window.DossierData = window.DossierData || {})["condition"] = {"fields":[{"id":"status","label":"Status"}],"records":[
{"id":"mandate","label":"Mandate","title":"Mandate","address":"conditions/mandate.html","cells":[{"value":"Met","date":"Jan 2026","sources":["United Nations 2015"]}]},
{"id":"truce","label":"Truce","title":"Truce","address":"conditions/truce.html","cells":[{"value":"Absent","date":"Feb 2026","sources":["Gowan 2018"]}]}]};
