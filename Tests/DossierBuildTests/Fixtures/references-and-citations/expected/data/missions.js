(window.DossierData = window.DossierData || {})["mission"] = {"fields":[{"id":"peak","label":"Peak","group":"Size"},{"id":"strength","label":"Strength","group":"Size"}],"records":[
{"id":"kfor","label":"KFOR","title":"Kosovo Force","address":"missions/kfor.html","cells":[{"value":"about 50,000 troops","date":"1999","sources":["Gowan 2018, 4"]},{"value":"4,500 troops","date":"1 May 2020"}]}]};
