(window.DossierData = window.DossierData || {})["mission"] = {"fields":[{"id":"peak","label":"Пік","compare":true},{"id":"mandate","label":"Мандат"}],"records":[
{"id":"kfor","label":"Сили для Косова","title":"Сили для Косова","address":"missions/kfor.html","cells":[{"value":"50 000","date":"12.06.1999"},{"value":"Резолюція 1244"}]},
{"id":"unmil","label":"Mission in Liberia","title":"Mission in Liberia","address":"missions/unmil.html","cells":[{"value":"12,5"},0]}]};
