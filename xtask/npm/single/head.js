// In the head of the single-file edition, for any browser of the last twenty years: the saved theme
// before the first paint, and words for a start that fails.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem("atlas.theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (refused) {
    // Storage is refused in some frames and for some files.
  }
  /** Says why the start failed: the file is "broken", or the browser too "old". */
  window.startFailed = function (why) {
    var words = document.getElementById("start-failed");
    if (!words) return;
    var reasons = words.querySelectorAll("[data-why]");
    for (var index = 0; index < reasons.length; index++) reasons[index].hidden = reasons[index].getAttribute("data-why") !== why;
    words.hidden = false;
    document.getElementById("start").hidden = true;
  };
  addEventListener("DOMContentLoaded", function () {
    var again = document.getElementById("again");
    if (again)
      again.onclick = function () {
        location.reload();
      };
    if (!("noModule" in document.createElement("script"))) startFailed("old");
  });
  var fail = function () {
    startFailed("old");
  };
  addEventListener("error", fail);
  addEventListener("unhandledrejection", fail);
})();
