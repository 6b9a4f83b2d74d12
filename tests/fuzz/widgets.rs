//! Widgets: what an author's page may ask for in an address, and the code that an author pastes.

use ascn_atlas::route::{Address, Route};
use ascn_atlas::widget::snippet::Snippet;
use ascn_atlas::widget::{Accent, Look, Widget};

use crate::chance::Chance;
use crate::markup;
use crate::world::World;
use crate::{End, Target};

pub(crate) const WIDGETS: Target = Target {
    name: "widgets",
    about: "options of widgets and the code to paste",
    share: 100,
    run,
};

const NAMES: &[&str] = &[
    "kind",
    "city",
    "indicator",
    "places",
    "country",
    "partner",
    "theme",
    "accent",
    "border",
    "minimal",
    "lang",
    "height",
    "title",
];
const VALUES: &[&str] = &[
    "city",
    "figure",
    "chart",
    "cities",
    "compare",
    "projects",
    "programs",
    "partner",
    "map",
    "meetings",
    "hanoi",
    "da-nang",
    "hdi",
    "IDN",
    "VNM",
    "IDN,sumedang,hanoi",
    "hanoi,dili",
    "jica",
    "dark",
    "light",
    "auto",
    "00594f",
    "ffffff",
    "00594F",
    "fff",
    "0",
    "1",
    "id",
    "en",
    "",
];

fn run(chance: &mut Chance, _: &World) -> End {
    let query = query(chance);
    query.clone_into(&mut chance.given);
    let look = Look::parse(&query);
    let mut written = String::new();
    look.write(&mut written);
    assert_eq!(Look::parse(&written), look, "{written}");
    plain(&written);
    let word = chance.word();
    if let Some(accent) = Accent::parse(&word) {
        assert_eq!(accent.hex(), word.to_lowercase());
    }
    let Some(widget) = Widget::parse(&query) else {
        return End::Refused;
    };
    let mut written = String::new();
    widget.write(&mut written);
    assert_eq!(Widget::parse(&written).as_ref(), Some(&widget), "{written}");
    look.write(&mut written);
    assert_eq!(Widget::parse(&written).as_ref(), Some(&widget), "{written}");
    assert_eq!(Look::parse(&written), look, "{written}");
    plain(&written);
    let lang = chance.lang();
    let files = [widget.fixed(), widget.live(lang)];
    for file in files.iter().flatten() {
        plain(file);
        assert!(!file.contains("..") && !file.contains("//"), "{file}");
    }
    let page = Address {
        lang,
        route: widget.page(),
    };
    assert!(!matches!(page.route, Route::NotFound(_)));
    plain(&page.href());
    paste(chance, &written);
    End::Loaded
}

/// Nothing in an address ends an attribute, a tag or the address.
fn plain(text: &str) {
    let is_plain = |it: char| it.is_ascii_graphic() && !"<>\"'`\\{}|^".contains(it);
    assert!(text.len() <= 3_000 && text.chars().all(is_plain), "{text}");
}

/// Code to paste, with words of any kind in it.
fn paste(chance: &mut Chance, query: &str) {
    let [src, title, page, script] = std::array::from_fn(|_| chance.word());
    let snippet = Snippet {
        src: &src,
        title: &title,
        height: 420,
        page: &page,
    };
    let codes = [
        (snippet.frame(), 2),
        (snippet.frame_with_script(&script), 4),
        (snippet.element(query, &script), 6),
        (snippet.link(), 2),
    ];
    for (code, tags) in codes {
        markup::harmless(&code);
        assert_eq!(code.matches('<').count(), tags, "{code}");
        assert_eq!(code.matches('>').count(), tags, "{code}");
        assert_eq!(code.matches('"').count() % 2, 0, "{code}");
    }
}

fn query(chance: &mut Chance) -> String {
    let mut query = String::new();
    // Mostly a widget that there may be, of which a few options are changed.
    if !chance.once_in(4) {
        query.push_str(
            "city=hanoi&indicator=hdi&places=IDN,hanoi,dili&country=VNM&partner=jica&kind=",
        );
        query.push_str(*chance.pick(&VALUES[..10]));
        query.push('&');
    }
    for _ in 0..chance.below(6) {
        query.push_str(if chance.once_in(4) {
            "kind"
        } else {
            *chance.pick(NAMES)
        });
        query.push('=');
        if chance.once_in(6) {
            query.push_str(&chance.word());
        } else {
            query.push_str(*chance.pick(VALUES));
        }
        query.push_str(*chance.pick(&["&", "&", "&&", ";", "%26"]));
    }
    query
}
