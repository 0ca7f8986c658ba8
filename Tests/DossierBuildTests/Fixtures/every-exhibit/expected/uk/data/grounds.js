(window.DossierData = window.DossierData || {})["ground"] = {"fields":[{"id":"line","label":"Line"},{"id":"estimates","label":"Estimates"}],"records":[
{"id":"east","label":"The east","title":"The east","address":"grounds/east.html","cells":[{"value":"1200 kilometres","date":"2025","sources":["Gowan 2018"]},{"value":"60 000–100 000 troops","sources":["Gowan 2018"]}]}]};
