(window.DossierData = window.DossierData || {})["mission"] = {"fields":[{"id":"peak","label":"Peak","compare":true},{"id":"mandate","label":"Mandate"}],"records":[
{"id":"kfor","label":"Kosovo Force","title":"Kosovo Force","address":"missions/kfor.html","cells":[{"value":"50,000","date":"12 Jun 1999"},{"value":"Resolution 1244"}]},
{"id":"unmil","label":"Mission in Liberia","title":"Mission in Liberia","address":"missions/unmil.html","cells":[{"value":"12.5"},0]}]};
