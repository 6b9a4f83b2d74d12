//! The widget that an author puts together, as it stands in the query.

use form_urlencoded::parse;

use super::places::write_pair;
use crate::widget::{is_edition, Look, Widget};

/// A widget with its look and its edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// What it shows; without one, what the page offers first.
    pub widget: Option<Widget>,
    /// How it looks.
    pub look: Look,
    /// Whether its readers may look closer, where there is a choice.
    pub live: bool,
    /// The day of which it shows the figures; empty for those of today.
    pub edition: String,
}

impl Embed {
    /// A widget as it is at first.
    #[must_use]
    pub fn of(widget: Widget) -> Self {
        Self {
            widget: Some(widget),
            ..Self::default()
        }
    }

    /// Reads a query; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut embed = Self {
            widget: Widget::parse(query),
            look: Look::parse(query),
            ..Self::default()
        };
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "live" => embed.live = value == "1",
                // It becomes a part of a path.
                "edition" if is_edition(&value) => embed.edition = value.into_owned(),
                _ => {}
            }
        }
        embed
    }

    /// The query, empty when nothing is chosen.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        if let Some(widget) = &self.widget {
            widget.write(&mut query);
        }
        self.look.write(&mut query);
        if self.live {
            write_pair(&mut query, "live", "1");
        }
        if !self.edition.is_empty() {
            write_pair(&mut query, "edition", &self.edition);
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::Theme;

    #[test]
    fn every_choice_reads_back() {
        let embed = Embed {
            widget: Some(Widget::City("hanoi".to_owned())),
            look: Look {
                theme: Theme::Dark,
                ..Look::default()
            },
            live: true,
            edition: "2026-11-23".to_owned(),
        };
        let query = embed.query();
        assert_eq!(
            query,
            "kind=city&city=hanoi&theme=dark&live=1&edition=2026-11-23"
        );
        assert_eq!(Embed::parse(&query), embed);
        assert_eq!(Embed::default().query(), "");
    }

    #[test]
    fn hostile_queries_choose_nothing() {
        for query in [
            "edition=../..",
            "edition=%2F",
            "edition=hanoi",
            "edition=2026-11",
            "edition=2026-11-31",
            "edition=2026-11-23x",
            "live=yes",
            "kind=city&city=<",
            "%",
        ] {
            assert_eq!(Embed::parse(query), Embed::default(), "{query}");
        }
    }
}
