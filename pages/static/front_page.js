// Tells the browser the page's language and keeps the sidebar's choices over a reload.
(() => {
  const year = 31536000;
  const keep = (name, value) => {
    if (value) document.cookie = `pejling_${name}=${value}; path=/; max-age=${year}; samesite=strict`;
  };
  const follow = () => {
    const marks = document.querySelector("[data-pejling-language]");
    if (!marks) return;
    const { pejlingLanguage, pejlingRole } = marks.dataset;
    if (document.documentElement.lang !== pejlingLanguage) document.documentElement.lang = pejlingLanguage;
    if (marks.dataset.kept) return;
    marks.dataset.kept = "yes";
    keep("language", pejlingLanguage);
    keep("role", pejlingRole);
  };
  new MutationObserver(follow).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-pejling-language", "data-pejling-role"] });
})();
