(() => {
@GLUE@
  const deflated = "@MODULE@";
  globalThis.twoPeaks ??= {};
  // Resolves to the chapter's one function: a figure's name and its values in, JSON out.
  globalThis.twoPeaks["@NAME@"] = async () => {
    const bytes = Uint8Array.from(atob(deflated), (c) => c.charCodeAt(0));
    const inflater = new DecompressionStream("deflate-raw");
    const stream = new Blob([bytes]).stream().pipeThrough(inflater);
    const module = await WebAssembly.compile(await new Response(stream).arrayBuffer());
    wasm_bindgen.initSync({ module });
    return wasm_bindgen.draw;
  };
})();
