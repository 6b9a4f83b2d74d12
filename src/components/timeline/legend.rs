//! The legend: what the colours and shapes of a timeline mean.

use crate::i18n::{Key, Named as _};
use crate::markup::Markup;
use crate::model::{Lang, ProgramKind};
use crate::timeline::programs::kind_class;

/// Says what colours and shapes mean.
pub(super) fn write(markup: &mut Markup, lang: Lang, kinds: &[ProgramKind]) {
    const WHOLE: &str = "M1 2H25v8H1z";
    let mut samples: Vec<(&str, &str, &str, Key)> = Vec::new();
    for kind in kinds {
        samples.push((kind_class(*kind), "tl-solid", WHOLE, kind.key()));
    }
    let open = "M1 2H10v8H1zM13 2h5v8h-5zM21 2h3v8h-3z";
    let mark = "M8 1l5 5l-5 5l-5-5z";
    samples.push(("s0", "tl-soft", WHOLE, Key::TimelineSoft));
    samples.push(("s0", "tl-solid", open, Key::TimelineOpen));
    samples.push(("s0", "tl-mark", mark, Key::TimelineMark));
    markup.open("ul", "legend tl-legend");
    for (class, shape, path, words) in samples {
        let svg = [
            ("class", class),
            ("width", "26"),
            ("height", "12"),
            ("aria-hidden", "true"),
        ];
        markup.open("li", "").open_with("svg", &svg);
        markup.void("path", &[("class", shape), ("d", path)]);
        markup.close().text(" ").text(words.text(lang)).close();
    }
    markup.close();
}
