// A trap of the app's wasm while it takes over from a page.

/** To be run in a page before anything else: takeovers trap in one of their pieces, the first or `all`. */
export function trap(all) {
  if (!all && sessionStorage.getItem("trapped")) return;
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, "isConnected");
  Object.defineProperty(Node.prototype, "isConnected", {
    get() {
      if (!document.querySelector("#app [data-p]").contains(this)) return get.call(this);
      if (!all) sessionStorage.setItem("trapped", "1");
      // As it comes out of the wasm that calls this: no frame of it goes on.
      throw new WebAssembly.RuntimeError("unreachable");
    },
  });
}

/** From now on the app's code on `server` traps in that way. */
export const trapAll = (server) =>
  server.fail(/ascn-atlas-\w+\.js$/, (response, content) => response.writeHead(200, { "content-type": "text/javascript" }).end(`(${trap})(true);\n${content}`));
