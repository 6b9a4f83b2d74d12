// Before anything is seen of a live widget: its language, as the address says; what is none changes
// nothing. Without scripts the widget stands there in both languages; with them each is text.
{
  const root = document.documentElement;
  const lang = new URLSearchParams(location.search).getAll("lang").pop();
  if (lang === "en") root.lang = lang;
  root.dataset.lang = root.lang;
  const live = document.getElementById("live");
  live.innerHTML = live.querySelector(`noscript[lang=${root.lang}]`).textContent;
  for (const part of live.querySelectorAll("[data-id]")) part.id = part.dataset.id;
}
