// Light or dark on another site: as that site's address says, else as the browser does.

const wanted = new URLSearchParams(location.search).get("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");

function dress() {
  const isDark = wanted === "dark" || (wanted !== "light" && dark.matches);
  document.body.dataset.mdColorScheme = isDark ? "slate" : "default";
}

dark.addEventListener("change", dress);
dress();
