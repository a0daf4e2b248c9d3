// Does for Streamlit's own page what its settings cannot: tells the browser the page's language,
// says Streamlit's few fixed words in it, mends the menu's marks, and keeps the sidebar's choices
// over a reload. Ties what a form says about a field to the field, and makes Back and reload lead to
// the view and the place that they came from.
(() => {
  const LANGUAGES = ["en", "da", "sv"];
  const WORDS = [
    ["Skip to main content", "Gå til indholdet", "Gå till innehållet"],
    ["Upload", "Vælg fil", "Välj fil"],
    ["file upload", "vælg fil", "välj fil"],
    ["Choose an option", "Vælg", "Välj"],
    ["Choose options", "Vælg", "Välj"],
    ["Choose date", "Vælg dato", "Välj datum"],
    ["Collapse sidebar", "Skjul menuen", "Dölj menyn"],
    ["Expand sidebar", "Vis menuen", "Visa menyn"],
    ["Sidebar", "Menu", "Meny"],
    ["Navigate to home page", "Gå til forsiden", "Gå till startsidan"],
    ["Link to heading", "Link til overskriften", "Länk till rubriken"],
    ["Download as CSV", "Hent som CSV", "Hämta som CSV"],
    ["Fullscreen", "Fuld skærm", "Helskärm"],
    ["Show/hide columns", "Vis eller skjul kolonner", "Visa eller dölj kolumner"],
    ["Search", "Søg", "Sök"],
    ["Open", "Åbn", "Öppna"],
    ["Close", "Luk", "Stäng"],
    ["Clear all", "Ryd alt", "Rensa allt"],
    ["Copy to clipboard", "Kopiér", "Kopiera"],
    ["No results", "Intet fundet", "Inget hittades"],
    ["Page not found", "Siden findes ikke", "Sidan finns inte"],
    [
      "The page that you have requested does not seem to exist. Running the app's main page.",
      "Adressen fører ingen steder hen. I stedet vises den første side.",
      "Adressen leder ingenstans. I stället visas den första sidan.",
    ],
    ["Connection error", "Ingen forbindelse", "Ingen förbindelse"],
  ];
  const PATTERNS = [
    [/^Help for (.+)$/, "Hjælp til $1", "Hjälp till $1"],
    [/^(\d+)MB per file(.*)$/, "Højst $1 MB pr. fil$2", "Högst $1 MB per fil$2"],
    [/^day, (.+)$/, "dag, $1", "dag, $1"],
    [/^month, (.+)$/, "måned, $1", "månad, $1"],
    [/^year, (.+)$/, "år, $1", "år, $1"],
  ];
  const SPOKEN = ["aria-label", "placeholder", "title"];
  // Whatever language a word was last said in, its row is found again.
  const rows = new Map(WORDS.flatMap((row) => row.map((word) => [word, row])));

  const inLanguage = (text) => {
    const column = LANGUAGES.indexOf(document.documentElement.lang);
    const row = rows.get(text);
    if (row) return row[Math.max(column, 0)];
    if (column < 1) return text;
    const pattern = PATTERNS.find(([english]) => english.test(text));
    return pattern ? text.replace(pattern[0], pattern[column]) : text;
  };

  const sayText = (node) => {
    const place = node.parentElement;
    // What people wrote is left as it is; a file field's own button looks the same from inside.
    const written = place?.closest("textarea, table, [data-testid=stMarkdownContainer]");
    if (written && !place.closest("[data-testid=stFileUploader] button")) return;
    const text = node.data.trim();
    const said = text && inLanguage(text);
    if (said && said !== text) node.data = node.data.replace(text, said);
  };

  const sayAttribute = (element, name) => {
    const text = element.getAttribute(name);
    const said = text && inLanguage(text);
    if (said && said !== text) element.setAttribute(name, said);
  };

  const sayAll = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return sayText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) sayText(node);
      else for (const name of SPOKEN) if (node.hasAttribute(name)) sayAttribute(node, name);
    }
  };

  // With headings between them the menu's entries are no list any more, though they are marked so.
  const UNTRUE_LISTS =
    "[data-testid=stSidebarNavItems]:has(> div):not([role]), [data-testid=stSidebarNavItems] > div li:not([role])";
  const mendMenu = () => {
    document.querySelectorAll(UNTRUE_LISTS).forEach((element) => element.setAttribute("role", "none"));
  };

  // Streamlit names a control by its label as markdown. It is called what the label shows instead.
  const shownOf = (markdown) => markdown.replaceAll(":small[]", "").replace(/\\(.)/g, "$1");
  const nameControls = () => {
    for (const label of document.querySelectorAll("[data-testid=stWidgetLabel]")) {
      const text = label.querySelector("[data-testid=stMarkdownContainer]")?.textContent;
      const widget = label.closest("[data-testid=stElementContainer]");
      for (const control of (text && widget?.querySelectorAll("[aria-label]")) || []) {
        const name = control.getAttribute("aria-label");
        if (name !== text && shownOf(name) === text) control.setAttribute("aria-label", text);
      }
    }
  };

  // Under each field of a form stands a line that says what it holds and what is asked of it.
  const inputOf = (key) =>
    document.querySelector(`.st-key-${CSS.escape(key.replace(/[^a-zA-Z0-9_-]/g, "-"))}`)
      ?.querySelector("input, textarea");
  const setAttribute = (element, name, value) => {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const followFields = () => {
    for (const line of document.querySelectorAll("[data-pejling-field]")) {
      const { pejlingField, pejlingDecimal, pejlingRequired, pejlingProblem } = line.dataset;
      const input = inputOf(pejlingField);
      if (!input) continue;
      if (pejlingDecimal !== undefined) setAttribute(input, "inputmode", "decimal");
      setAttribute(input, "aria-describedby", line.id);
      setAttribute(input, "aria-required", pejlingRequired === undefined ? null : "true");
      setAttribute(input, "aria-invalid", pejlingProblem === undefined ? null : "true");
    }
  };
  const goToField = (event) => {
    const link = event.target.closest?.('a[href^="#field-"]');
    const input = link && inputOf(decodeURIComponent(link.hash.slice("#field-".length)));
    if (!input) return;
    event.preventDefault();
    event.stopPropagation();
    input.closest("details")?.setAttribute("open", "");
    input.focus();
    input.scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", goToField, true);
  // A field sends what it holds as it is left. A link clicked in the same moment would be lost behind
  // that, so the click waits until the page has run.
  const AT_ONCE = 250, A_RUN = 350;
  let before = "", leftAt = -Infinity;
  const isField = (element) => element.matches?.("input[type=text], input:not([type]), textarea");
  document.addEventListener("focusin", ({ target }) => {
    if (isField(target)) before = target.value;
  });
  document.addEventListener("focusout", ({ target }) => {
    if (isField(target) && target.value !== before) leftAt = performance.now();
  });
  const afterTheField = (event) => {
    const link = event.target.closest?.("a[data-testid=stSidebarNavLink], [data-testid=stPageLink] a");
    if (!link || !event.isTrusted || performance.now() - leftAt > AT_ONCE) return;
    event.preventDefault();
    event.stopPropagation();
    const again = () => document.querySelector(`a[href="${CSS.escape(link.getAttribute("href"))}"]`);
    setTimeout(() => (link.isConnected ? link : again())?.click(), A_RUN);
  };
  document.addEventListener("click", afterTheField, true);
  // Whoever pressed the button stands below the list of what is wrong.
  const goToProblems = (root) => {
    const link = root.querySelector?.('[data-testid=stAlert] a[href^="#field-"]');
    link?.closest("[data-testid=stAlert]").scrollIntoView({ block: "center" });
  };

  // What a page writes into its address by itself is no step of its own on the way back.
  let actedAt = -1, cameAt = 0;
  for (const action of ["pointerdown", "keydown"])
    document.addEventListener(action, () => (actedAt = performance.now()), true);
  const push = history.pushState.bind(history);
  history.pushState = (state, unused, url) => {
    const samePage = url === undefined || new URL(url, location.href).pathname === location.pathname;
    if (samePage && actedAt < cameAt) return history.replaceState(state, unused, url);
    // A choice that changes others with it is one step as well.
    cameAt = performance.now();
    return push(state, unused, url);
  };

  // Back and reload lead to the place where somebody read, as soon as the page is long enough.
  const MOST_WAITING = 8000;
  const scroller = () => document.querySelector("[data-testid=stMain]");
  const placeOf = () => `pejling scroll ${location.pathname}${location.search}`;
  const remember = ({ target }) => {
    if (target === scroller()) sessionStorage.setItem(placeOf(), String(target.scrollTop));
  };
  const comeBack = () => {
    const place = Number(sessionStorage.getItem(placeOf()));
    const began = performance.now();
    if (!place) return;
    const tryAgain = () => {
      if (actedAt > began || performance.now() - began > MOST_WAITING) return;
      const main = scroller();
      if (main && main.scrollHeight - main.clientHeight >= place) main.scrollTop = place;
      else setTimeout(tryAgain, 100);
    };
    tryAgain();
  };
  document.addEventListener("scroll", remember, true);
  addEventListener("popstate", () => {
    cameAt = performance.now();
    comeBack();
  });
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") comeBack();

  // A visit to another page loses nothing that is half written; leaving Pejling does.
  let edited = false;
  document.addEventListener("input", ({ target }) => {
    if (isField(target) && target.closest('[class*="st-key-pj_"]')) edited = true;
  });
  addEventListener("beforeunload", (event) => {
    if (edited) event.preventDefault();
  });

  const keep = (name, value) => {
    if (value) document.cookie = `pejling_${name}=${value}; path=/; max-age=31536000; samesite=strict`;
  };

  const followChoices = () => {
    const marks = document.querySelector("[data-pejling-language]");
    if (!marks) return;
    const { pejlingLanguage, pejlingRole, pejlingUnit } = marks.dataset;
    const chosen = `${pejlingLanguage} ${pejlingRole} ${pejlingUnit}`;
    if (marks.dataset.kept === chosen) return;
    marks.dataset.kept = chosen;
    keep("language", pejlingLanguage);
    keep("role", pejlingRole);
    keep("unit", pejlingUnit);
    if (document.documentElement.lang !== pejlingLanguage) {
      document.documentElement.lang = pejlingLanguage;
      sayAll(document.body);
    }
  };

  // On a phone the menu covers the page, so a choice in it shuts it.
  const PHONE = window.matchMedia("(max-width: 768px)");
  document.addEventListener("click", (event) => {
    if (!PHONE.matches || !event.target.closest("[data-testid=stSidebarNavLink]")) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click(), 0);
  });

  // Streamlit gives the menu's opener no name.
  const OPENERS = "[data-testid=stExpandSidebarButton]:not([aria-label])";
  const nameOpener = () => {
    document.querySelectorAll(OPENERS).forEach((button) => {
      button.setAttribute("aria-label", inLanguage("Expand sidebar"));
    });
  };

  // A chart is its name, and its table stands under it; "visualization" is read aloud in English.
  const CHARTS = ".stVegaLiteChart[aria-roledescription=visualization]";
  const nameCharts = () => {
    document.querySelectorAll(CHARTS).forEach((chart) => {
      chart.setAttribute("role", "img");
      chart.removeAttribute("aria-roledescription");
    });
  };

  new MutationObserver((changes) => {
    nameOpener();
    nameCharts();
    followChoices();
    mendMenu();
    nameControls();
    followFields();
    for (const change of changes) {
      if (change.type === "attributes") sayAttribute(change.target, change.attributeName);
      else if (change.type === "characterData") sayText(change.target);
      else
        change.addedNodes.forEach((node) => {
          sayAll(node);
          goToProblems(node);
          // What was written is saved: the page says so.
          if (node.querySelector?.("[data-testid=stAlertContentSuccess]")) edited = false;
        });
    }
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...SPOKEN, "data-pejling-language", "data-pejling-role", "data-pejling-unit"],
  });
  sayAll(document.documentElement);
})();
