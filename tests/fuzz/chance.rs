//! Chance: numbers, words and dates that nobody would publish, the same for the same case.

use ascn_atlas::model::Lang;
use oorandom::Rand64;

/// What a case is made from, and what it was.
pub(crate) struct Chance {
    random: Rand64,
    /// What was done, for who looks at a failure.
    pub said: Vec<String>,
    /// The text that was given, as far as the case is one.
    pub given: String,
    /// Bytes of all words that were made.
    pub made: usize,
}

/// What no page may carry other than escaped: an element, an attribute and a rule of style.
pub(crate) const MARK: &str = "<x-hostile";

/// Words that are no words.
const WORDS: &[&str] = &[
    "",
    " ",
    "\u{0}",
    "\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{85}",
    "\t\r\n",
    "<x-hostile onload=alert(1)>",
    "\"><x-hostile src=//evil.example/>",
    "'><x-hostile/>",
    "</title></script></style><x-hostile>",
    "]]><x-hostile/>",
    "--><x-hostile>",
    "&lt;&amp;&#60;&#x3c;&nbsp;&",
    "</text><x-hostile/><text>",
    "x\" onmouseover=\"alert(1)",
    "javascript:alert(1)",
    "data:text/html,<x-hostile>",
    "url(//evil.example/x)}*{color:red",
    "https://evil.example/\"onx='<x-hostile>",
    "\u{202e}malayalam\u{202c}",
    "\u{2066}\u{2067}\u{202b}\u{202a}",
    "العربية עברית",
    "Đà Nẵng ភ្នំពេញ ເມືອງ ရန်ကုန်",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{301}",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦🏽🇮🇩",
    "\u{feff}\u{fffe}\u{ffff}\u{fffd}",
    "\u{10ffff}",
    "İIıißﬁǅΣς",
    "{x} {x.year} {",
    "{{{}}}}{0}",
    "%s %n %% \\ \\\\ $1 ${x}",
    "=cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(1)",
    "\r\nEND:VEVENT\r\nBEGIN:VALARM",
    ";,\\:\"",
    "../../../etc/passwd",
    "a/b?c#d",
    "__proto__",
    "constructor",
    "NaN",
    "1e999",
    "true",
    "null",
    "a, b, c, d",
    ", ",
    ",\u{301} x",
    "-",
    "--",
    "a;b;;c;",
];

/// Dates that are none, and some that are.
const DATES: &[&str] = &[
    "",
    "0000",
    "0999",
    "1000",
    "9999",
    "10000",
    "-2024",
    "2024-00",
    "2024-13",
    "2024-02-30",
    "2024-02-29",
    "2023-02-29",
    "9999-12",
    "9999-12-31",
    "1000-01-01",
    "2024-1-1",
    "2024-01-01T00",
    "２０２４",
    "soon",
    "2024-",
    "-",
    "2024-12-31-01",
    "1970-01-01",
    "1969-12-31",
    "2100-02-29",
];

/// Numbers at the edges of what types hold.
const NUMBERS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    0.1,
    2.0,
    7.89,
    100.0,
    1e-9,
    1e-10,
    5e-324,
    1e-300,
    1e9,
    1e15,
    9e15,
    9_007_199_254_740_992.0,
    9_007_199_254_740_993.0,
    1e16,
    1e17,
    1e22,
    1e38,
    1e300,
    f64::MAX,
    f64::MIN,
    2_147_483_647.0,
    -2_147_483_648.0,
    2_147_483_648.0,
    4_294_967_295.0,
    4_294_967_296.0,
    255.0,
    256.0,
    65_535.0,
    65_536.0,
    -9_223_372_036_854_775_808.0,
    18_446_744_073_709_551_615.0,
    1_999.0,
    2_024.0,
    2_100.0,
    9_999.0,
    10_000.0,
    -9_999.0,
    99.999_999_999_999_99,
];

impl Chance {
    /// The chance of a case.
    pub fn of(seed: u64, target: &str, case: u64) -> Self {
        // FNV-1a: cases of two targets have nothing to do with each other.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let parts = [&seed.to_le_bytes(), target.as_bytes(), &case.to_le_bytes()];
        for byte in parts.into_iter().flatten() {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
        Self {
            random: Rand64::new(u128::from(hash)),
            said: Vec::new(),
            given: String::new(),
            made: 0,
        }
    }

    /// A number below `end`; 0 when that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.random.rand_range(0..end)).unwrap_or(0)
    }

    /// Whether it happens, once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// From 0 to below 1.
    pub fn part(&mut self) -> f64 {
        self.random.rand_float()
    }

    /// One of a list.
    pub fn pick<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }

    /// A language.
    pub fn lang(&mut self) -> Lang {
        *self.pick(&Lang::ALL)
    }

    /// A finite number, at an edge or anywhere.
    pub fn finite(&mut self) -> f64 {
        match self.below(4) {
            0 | 1 => *self.pick(NUMBERS),
            2 => {
                let digits = i32::try_from(self.below(12)).unwrap_or(0);
                (self.part() - 0.5) * 10_f64.powi(digits)
            }
            _ => {
                let number = f64::from_bits(self.random.rand_u64());
                if number.is_finite() {
                    number
                } else {
                    0.0
                }
            }
        }
    }

    /// A number as code may compute it: not a number and infinities among them.
    pub fn number(&mut self) -> f64 {
        match self.below(24) {
            0 => f64::NAN,
            1 => f64::INFINITY,
            2 => f64::NEG_INFINITY,
            _ => self.finite(),
        }
    }

    /// A calendar year, likely or not.
    pub fn year(&mut self) -> i32 {
        let near = i32::try_from(self.below(80)).unwrap_or(0);
        match self.below(12) {
            0 => i32::MAX,
            1 => i32::MIN,
            2 => *self.pick(&[0, -1, -9_999, 9_999, 10_000, -10_000, 1_000, i32::MAX - 1]),
            _ => 1_960 + near,
        }
    }

    /// A whole number of any size.
    pub fn whole(&mut self) -> i32 {
        match self.below(4) {
            0 => *self.pick(&[0, 1, -1, i32::MAX, i32::MIN, i32::MAX - 1, 100_000]),
            1 => i32::from_le_bytes(
                self.random.rand_u64().to_le_bytes()[..4]
                    .try_into()
                    .unwrap(),
            ),
            _ => i32::try_from(self.below(2_000)).unwrap_or(0) - 500,
        }
    }

    /// A word.
    pub fn word(&mut self) -> String {
        let word = self.any_word();
        self.made += word.len();
        word
    }

    fn any_word(&mut self) -> String {
        let word = *self.pick(WORDS);
        match self.below(40) {
            0 => word.repeat(1 + self.below(400)),
            1 => {
                ["ກ", "漢", "a", "W", " ", "👩🏽", "\u{301}"][self.below(7)].repeat(self.below(3_000))
            }
            2..=6 => [*self.pick(WORDS), word, *self.pick(WORDS)].concat(),
            7 => self.letters(),
            _ => word.to_owned(),
        }
    }

    /// A word of a megabyte, which few cases can afford; mostly one of a few letters.
    pub fn long_word(&mut self) -> String {
        if self.once_in(150) {
            self.made += 1 << 20;
            let (text, bytes) = (*self.pick(&["a", "ກ", "<", "a ", "&\"", "漢字 "]), 1 << 20);
            self.said.push(format!("{text:?} for a megabyte"));
            return text.repeat(bytes / text.len());
        }
        self.word()
    }

    /// Letters of any kind.
    fn letters(&mut self) -> String {
        let count = self.below(40);
        let letter = |chance: &mut Self| {
            let most = *chance.pick(&[0x80, 0x250, 0x3000, 0x11_0000]);
            char::from_u32(u32::try_from(chance.below(most)).unwrap_or(0)).unwrap_or(' ')
        };
        (0..count).map(|_| letter(self)).collect()
    }

    /// A date, or what stands where one should.
    pub fn date(&mut self) -> String {
        if self.once_in(2) {
            return (*self.pick(DATES)).to_owned();
        }
        let (year, month, day) = (1_900 + self.below(250), self.below(14), self.below(33));
        match self.below(3) {
            0 => year.to_string(),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    /// How many of something: mostly a few, at times none, seldom `most`.
    pub fn count(&mut self, most: usize) -> usize {
        match self.below(60) {
            0..=5 => 0,
            6..=10 => 1,
            11 => most,
            12 => self.below(most + 1),
            _ => self.below(most.min(30)),
        }
    }
}
