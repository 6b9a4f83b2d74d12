//! How a widget looks: what an author may choose of it.

use form_urlencoded::parse;

use crate::route::places::write_pair;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's device.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The identifier in addresses, in storage and in `data-theme`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of an identifier; as the reader's device for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.id() == id)
            .unwrap_or_default()
    }
}

/// A colour of the author's for rules and links: red, green and blue. Never for data: colours of
/// series stay those that readers can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent(pub [u8; 3]);

impl Accent {
    /// Reads six hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |byte: u8| {
            char::from(byte)
                .to_digit(16)
                .and_then(|it| u8::try_from(it).ok())
        };
        let mut channels = [0; 3];
        let pairs = text.as_bytes().chunks(2);
        if text.len() != 2 * channels.len() {
            return None;
        }
        for (channel, pair) in channels.iter_mut().zip(pairs) {
            let [high, low] = *pair else {
                return None;
            };
            *channel = digit(high)? * 16 + digit(low)?;
        }
        Some(Self(channels))
    }

    /// Six hexadecimal digits in lower case.
    #[must_use]
    pub fn hex(self) -> String {
        const DIGITS: [char; 16] = [
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
        ];
        let halves = self.0.iter().flat_map(|it| [it >> 4, it & 15]);
        halves
            .filter_map(|it| DIGITS.get(usize::from(it)))
            .collect()
    }
}

/// What an author may choose of a widget's look. A source line and a link to the atlas always stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// A colour for rules and links; without one, the atlas's own.
    pub accent: Option<Accent>,
    /// Whether there is no border.
    pub no_border: bool,
    /// Whether only the picture or the figures are shown, under a small heading, without notes and
    /// tables.
    pub minimal: bool,
}

impl Look {
    /// Reads a query such as `theme=dark&accent=00594f&border=0&minimal=1`. What it does not know is
    /// left out; of a name that comes twice, the last counts.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut look = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "theme" => look.theme = Theme::from_id(&value),
                "accent" => look.accent = Accent::parse(&value),
                "border" => look.no_border = value == "0",
                "minimal" => look.minimal = value == "1",
                _ => {}
            }
        }
        look
    }

    /// Adds what [`parse`](Self::parse) reads to a query; nothing for what is as it is at first.
    pub fn write(self, query: &mut String) {
        if self.theme != Theme::Auto {
            write_pair(query, "theme", self.theme.id());
        }
        if let Some(accent) = self.accent {
            write_pair(query, "accent", &accent.hex());
        }
        if self.no_border {
            write_pair(query, "border", "0");
        }
        if self.minimal {
            write_pair(query, "minimal", "1");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_reads_back() {
        for theme in Theme::ALL {
            for accent in [None, Some(Accent([0, 0x59, 0x4f])), Some(Accent([255; 3]))] {
                for (no_border, minimal) in [(false, false), (true, false), (true, true)] {
                    let look = Look {
                        theme,
                        accent,
                        no_border,
                        minimal,
                    };
                    let mut query = String::new();
                    look.write(&mut query);
                    assert_eq!(Look::parse(&query), look, "{query}");
                }
            }
        }
        let mut query = String::new();
        Look::default().write(&mut query);
        assert_eq!(query, "");
    }

    #[test]
    fn hostile_values_change_nothing() {
        for query in [
            "theme=DARK",
            "theme=dark%00",
            "theme=url(x)",
            "accent=red",
            "accent=%23ffffff",
            "accent=fffff",
            "accent=fffffff",
            "accent=ff;}*{",
            "accent=ａｂ",
            "accent=+12345",
            "border=",
            "border=00",
            "border=none",
            "minimal=true",
            "minimal=1%20",
            "accent=zzzzzz",
            "x=1&&&==&%",
            "__proto__=1",
        ] {
            assert_eq!(Look::parse(query), Look::default(), "{query}");
        }
    }
}
