//! What a search finds first.

use anyhow::ensure;
use reader_tests::reader::Reader;
use serde_json::json;

/// Words, and what explains them.
const EXPLAINED: [(&str, &str); 12] = [
    ("variance", "glossary.html#variance"),
    ("mode", "glossary.html#mode"),
    ("entropy", "glossary.html#entropy"),
    ("posterior", "glossary.html#posterior"),
    ("responsibility", "glossary.html#responsibility"),
    ("marginal", "glossary.html#marginal-distribution"),
    ("plate", "glossary.html#plate"),
    ("broadcasting", "glossary.html#broadcasting"),
    ("prominence", "glossary.html#prominence"),
    ("component", "glossary.html#component"),
    ("latent", "glossary.html#latent"),
    ("decision boundary", "glossary.html#decision-boundary"),
];

pub(crate) fn a_word_of_the_trade_is_found_first_where_it_is_explained(
    reader: &Reader,
) -> anyhow::Result<()> {
    reader.read("chapter-3.html")?;
    let words: Vec<&str> = EXPLAINED.iter().map(|(word, _)| *word).collect();
    let found = reader.run_async(&format!(
        "const script = document.createElement('script');
         script.src = window.path_to_searchindex_js;
         script.onload = () => {{
             const {{ index, doc_urls, search_options }} = window.search;
             const loaded = elasticlunr.Index.load(index);
             const first = (word) => doc_urls[loaded.search(word, search_options)[0]?.ref] ?? null;
             done({}.map(first));
         }};
         document.head.append(script);",
        json!(words)
    ))?;
    for (index, (word, explained)) in EXPLAINED.iter().enumerate() {
        ensure!(
            found[index] == *explained,
            "{word} is found at {}",
            found[index]
        );
    }
    Ok(())
}
