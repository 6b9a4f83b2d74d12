// Before anything is seen of a live widget: its language, as the address says. The fixed chart stands in
// both; what is none of them changes nothing.
{
  const root = document.documentElement;
  const lang = new URLSearchParams(location.search).getAll("lang").pop();
  if (lang === "en") root.lang = lang;
  root.dataset.lang = root.lang;
}
