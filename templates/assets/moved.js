/* Leads on to the same place in the page: a redirection in HTML would lose what stands behind the #. */
(() => {
  const link = document.getElementById("_moved");
  if (link && location.hash) location.replace(link.href.split("#")[0] + location.hash);
})();
