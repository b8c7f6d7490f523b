(() => {
  globalThis.twoPeaks ??= {};
  // Resolves to what the module is for: a chapter's function, from a figure's name and its values to
  // JSON, or a class. It is whole in itself, so that a worker can be made of its text.
  globalThis.twoPeaks["@NAME@"] = async () => {
@GLUE@
    const deflated = "@MODULE@";
    const bytes = Uint8Array.from(atob(deflated), (c) => c.charCodeAt(0));
    const inflater = new DecompressionStream("deflate-raw");
    // Not of a Blob: on a page from the disk, a worker of WebKit may not read one.
    const stream = new Response(bytes).body.pipeThrough(inflater);
    const module = await WebAssembly.compile(await new Response(stream).arrayBuffer());
    wasm_bindgen.initSync({ module });
    return wasm_bindgen.@EXPORT@;
  };
})();
