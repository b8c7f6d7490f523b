//! `{{#code ch02::superpose}}`: the source of an item, under its name, which opens that of its file.

use super::{Context, Directive, Error, Expanded, Place, named_listing};

pub(super) const DIRECTIVE: Directive = Directive {
    name: "code",
    usage: "{{#code PATH …}}, such as {{#code ch02::superpose}},",
    arguments: 1..=usize::MAX,
    is_block: true,
    expand,
};

fn expand(context: &Context<'_>, _: Place<'_>, paths: &[String]) -> Expanded {
    let cuts = paths
        .iter()
        .map(|path| context.sources.cut(path))
        .collect::<Result<Vec<_>, _>>()?;
    let file = &cuts[0].file;
    if let Some((path, cut)) =
        paths.iter().zip(&cuts).find(|(_, cut)| cut.file != *file)
    {
        let (first, other) = (&paths[0], &cut.file);
        return Err(Error::Misplaced(format!(
            "one listing shows one file: `{first}` is in {file}, `{path}` is in {other}"
        )));
    }
    let texts: Vec<_> = cuts.iter().map(|cut| cut.text.as_str()).collect();
    Ok(named_listing(&paths.join(", "), file, "rust", &texts.join("\n\n")))
}
