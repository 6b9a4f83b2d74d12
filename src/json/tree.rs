//! A tree: JSON that has been parsed and not yet taken apart.
//!
//! The text is gone through once, into a list of its values in their order ([`Node`]), each with its
//! place in the text and containers with the place behind them. Nothing is copied before it is taken.
//! The browser's own parser was slower by an order of magnitude: not to parse, but to be asked for
//! each field of each object from here, and it was given a copy of the text.

use std::borrow::Cow;

use super::Error;

/// Objects and lists within each other that are read, as many as serde reads.
const DEPTH: usize = 127;

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    List,
    /// A text that stands for itself.
    Plain,
    /// A text with escapes.
    Escaped,
    Number,
    True,
    False,
    Null,
}

/// A value, or the name of a field, whose value follows.
#[derive(Clone, Copy)]
struct Node {
    kind: Kind,
    /// Where its text begins, without quotation marks; of an object or a list, how many values it has.
    from: u32,
    /// Where its text ends; of an object or a list, the node behind all that is inside it.
    to: u32,
}

/// A text with its nodes.
struct Document<'a> {
    text: &'a str,
    nodes: Vec<Node>,
}

/// A value with all that is inside it.
#[derive(Clone, Copy)]
pub struct Tree<'a> {
    document: &'a Document<'a>,
    /// Its node; beyond the last when it is absent.
    at: usize,
}

/// The values of a list, or names and values of an object by turns.
pub struct Items<'a> {
    document: &'a Document<'a>,
    at: usize,
    end: usize,
}

impl<'a> Iterator for Items<'a> {
    type Item = Tree<'a>;

    #[inline(never)] // one loop for each type
    fn next(&mut self) -> Option<Tree<'a>> {
        let at = self.at;
        let node = self.document.nodes.get(at).filter(|_| at < self.end)?;
        self.at = match node.kind {
            Kind::Object | Kind::List => node.to as usize,
            _ => at + 1,
        };
        let document = self.document;
        Some(Tree { document, at })
    }
}

impl<'a> Tree<'a> {
    /// Parses `text` and hands the tree to `take`.
    ///
    /// # Errors
    ///
    /// When the text is no JSON or breaks off.
    pub fn parse<T>(text: &str, take: impl FnOnce(&Tree) -> T) -> Result<T, Error> {
        let document = parsed(text)?;
        let document = &document;
        Ok(take(&Tree { document, at: 0 }))
    }

    fn node(&self) -> Option<&'a Node> {
        self.document.nodes.get(self.at)
    }

    fn is(&self, kind: Kind) -> bool {
        self.node().is_some_and(|it| it.kind == kind)
    }

    fn written(&self) -> Option<&'a str> {
        let node = self.node()?;
        self.document.text.get(node.from as usize..node.to as usize)
    }

    /// The values of the list that it is; none for anything else.
    #[must_use]
    pub fn items(&self) -> Items<'a> {
        self.inside(Kind::List)
    }

    fn inside(&self, kind: Kind) -> Items<'a> {
        let node = self.node().filter(|it| it.kind == kind);
        Items {
            document: self.document,
            at: self.at + 1,
            end: node.map_or(0, |it| it.to as usize),
        }
    }

    /// Whether nothing is there.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.node().is_none_or(|it| it.kind == Kind::Null)
    }

    /// The text that it is.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.words().map(Cow::into_owned)
    }

    /// The text that it is, where it is written so as no copy.
    #[must_use]
    pub fn words(&self) -> Option<Cow<'a, str>> {
        let written = self.written()?;
        match self.node()?.kind {
            Kind::Plain => Some(Cow::Borrowed(written)),
            Kind::Escaped => unescaped(written).map(Cow::Owned),
            _ => None,
        }
    }

    /// The number that it is.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        let written = self.written().filter(|_| self.is(Kind::Number))?;
        let value = short(written).or_else(|| long(written))?;
        value.is_finite().then_some(value)
    }

    /// True or false.
    #[must_use]
    pub fn flag(&self) -> Option<bool> {
        let is_true = self.is(Kind::True);
        (is_true || self.is(Kind::False)).then_some(is_true)
    }

    /// How many items the list has that it is.
    #[must_use]
    pub fn length(&self) -> Option<usize> {
        let node = self.node().filter(|it| it.kind == Kind::List)?;
        Some(node.from as usize)
    }

    /// The item at a place of the list; absent if there is none.
    #[must_use]
    pub fn item(&self, place: usize) -> Tree<'a> {
        self.items().nth(place).unwrap_or(self.absent())
    }

    fn absent(&self) -> Self {
        Self {
            document: self.document,
            at: usize::MAX - 1,
        }
    }

    /// The names of the fields of the object that it is, each with its value.
    #[must_use]
    pub fn fields(&self) -> Option<Vec<(String, Tree<'a>)>> {
        let node = self.node().filter(|it| it.kind == Kind::Object)?;
        let mut fields = Vec::with_capacity(node.from as usize);
        let mut inside = self.inside(Kind::Object);
        while let (Some(name), Some(value)) = (inside.next(), inside.next()) {
            fields.push((name.text()?, value));
        }
        Some(fields)
    }

    /// A field of the object, the first of those with the same name; absent if there is none.
    #[must_use]
    #[inline(never)] // one call for each field
    pub fn field(&self, name: &str) -> Tree<'a> {
        let mut inside = self.inside(Kind::Object);
        while let (Some(key), Some(value)) = (inside.next(), inside.next()) {
            if key.is_called(name) {
                return value;
            }
        }
        self.absent()
    }

    /// Whether it is this text.
    fn is_called(&self, name: &str) -> bool {
        self.node().is_some_and(|it| match it.kind {
            // Most differ in length.
            Kind::Plain => (it.to - it.from) as usize == name.len() && self.written() == Some(name),
            _ => self.text().is_some_and(|it| it == name),
        })
    }
}

/// The nodes of `text`, or why there are none. A text that begins as an object or a list and cannot be
/// read has most likely broken off.
fn parsed(text: &str) -> Result<Document<'_>, Error> {
    let mut parser = Parser {
        bytes: text.as_bytes(),
        at: 0,
        nodes: Vec::new(),
    };
    let read = u32::try_from(text.len()).ok().and_then(|_| {
        // Twelve bytes for each value, of which there is about one in twelve.
        parser.nodes.reserve(text.len() / 12);
        parser.all()
    });
    match read {
        Some(()) => Ok(Document {
            text,
            nodes: parser.nodes,
        }),
        None if text.trim_start().starts_with(['{', '[']) => Err(Error::Truncated),
        None => Err(Error::NotJson("no JSON".to_owned())),
    }
}

struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
}

impl Parser<'_> {
    /// Reads everything; `None` when it is no JSON. Without calls of itself: no depth uses up the stack.
    fn all(&mut self) -> Option<()> {
        let mut open: Vec<usize> = Vec::new();
        loop {
            match self.token()? {
                first @ (b'{' | b'[') => {
                    let kind = if first == b'{' {
                        Kind::Object
                    } else {
                        Kind::List
                    };
                    open.push(self.nodes.len());
                    if open.len() > DEPTH {
                        return None;
                    }
                    self.push(kind, 0, 0);
                    if self.token()? == closing(kind) {
                        self.close(open.pop()?);
                    } else {
                        self.at -= 1;
                        self.name(kind)?;
                        continue;
                    }
                }
                b'"' => self.string()?,
                b't' => self.word("rue", Kind::True)?,
                b'f' => self.word("alse", Kind::False)?,
                b'n' => self.word("ull", Kind::Null)?,
                _ => self.number()?,
            }
            // Behind a value: the next one, or the end of what it is in.
            loop {
                let Some(place) = open.last().copied() else {
                    return self.token().is_none().then_some(());
                };
                let node = self.nodes.get_mut(place)?;
                node.from += 1;
                let kind = node.kind;
                match self.token()? {
                    b',' => {
                        self.name(kind)?;
                        break;
                    }
                    it if it == closing(kind) => self.close(open.pop()?),
                    _ => return None,
                }
            }
        }
    }

    /// Steps over the next byte that is no space.
    fn token(&mut self) -> Option<u8> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
        }
    }

    #[allow(clippy::cast_possible_truncation)] // the length of the text fits, and there are fewer nodes
    fn push(&mut self, kind: Kind, from: usize, to: usize) {
        let (from, to) = (from as u32, to as u32);
        self.nodes.push(Node { kind, from, to });
    }

    #[allow(clippy::cast_possible_truncation)] // as above
    fn close(&mut self, place: usize) {
        let end = self.nodes.len() as u32;
        if let Some(node) = self.nodes.get_mut(place) {
            node.to = end;
        }
    }

    /// The name of a field, where `kind` has names.
    fn name(&mut self, kind: Kind) -> Option<()> {
        if kind == Kind::List {
            return Some(());
        }
        if self.token()? != b'"' {
            return None;
        }
        self.string()?;
        (self.token()? == b':').then_some(())
    }

    /// A text, behind its first quotation mark.
    fn string(&mut self) -> Option<()> {
        let from = self.at;
        let mut kind = Kind::Plain;
        let mut bytes = self.bytes.get(from..)?.iter();
        loop {
            match bytes.next()? {
                b'"' => break,
                b'\\' => {
                    kind = Kind::Escaped;
                    bytes.next()?;
                }
                0..=0x1f => return None,
                _ => {}
            }
        }
        self.at = self.bytes.len() - bytes.len();
        let to = self.at - 1;
        if kind == Kind::Escaped {
            let text = std::str::from_utf8(self.bytes.get(from..to)?).ok()?;
            unescaped(text)?;
        }
        self.push(kind, from, to);
        Some(())
    }

    /// The rest of a word.
    fn word(&mut self, rest: &str, kind: Kind) -> Option<()> {
        let from = self.at;
        self.at += rest.len();
        if self.bytes.get(from..self.at)? != rest.as_bytes() {
            return None;
        }
        self.push(kind, from, self.at);
        Some(())
    }

    /// A number, behind its first byte.
    fn number(&mut self) -> Option<()> {
        self.at -= 1;
        let from = self.at;
        self.skip(b"-");
        if !self.skip(b"0") {
            self.digits()?;
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        self.push(Kind::Number, from, self.at);
        Some(())
    }

    /// Steps over one of `bytes` and says whether it was there.
    fn skip(&mut self, bytes: &[u8]) -> bool {
        let is_there = self.bytes.get(self.at).is_some_and(|it| bytes.contains(it));
        self.at += usize::from(is_there);
        is_there
    }

    /// Digits, at least one.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.skip(b"0123456789") {}
        (self.at > from).then_some(())
    }
}

const fn closing(kind: Kind) -> u8 {
    match kind {
        Kind::Object => b'}',
        _ => b']',
    }
}

/// The text that is written with escapes; `None` when one is none.
fn unescaped(written: &str) -> Option<String> {
    let mut text = String::with_capacity(written.len());
    let mut letters = written.chars();
    while let Some(letter) = letters.next() {
        text.push(if letter == '\\' {
            match letters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\x08',
                'f' => '\x0c',
                'u' => {
                    let mut code = unit(&mut letters)?;
                    if (0xd800..0xdc00).contains(&code) {
                        // The first half of a letter beyond 16 bits.
                        if letters.next()? != '\\' || letters.next()? != 'u' {
                            return None;
                        }
                        let low = unit(&mut letters)?.checked_sub(0xdc00)?;
                        if low > 0x3ff {
                            return None;
                        }
                        code = 0x1_0000 + ((code - 0xd800) << 10) + low;
                    }
                    char::from_u32(code)?
                }
                it @ ('"' | '\\' | '/') => it,
                _ => return None,
            }
        } else {
            letter
        });
    }
    Some(text)
}

/// Four hexadecimal digits.
fn unit(letters: &mut std::str::Chars) -> Option<u32> {
    let mut unit = 0;
    for _ in 0..4 {
        unit = unit * 16 + letters.next()?.to_digit(16)?;
    }
    Some(unit)
}

/// A number of few digits, to the last bit: a whole number below 2^53 divided by a power of ten that is a
/// float itself. `None` for others.
fn short(written: &str) -> Option<f64> {
    let (mut digits, mut divisor, mut is_part) = (0_u64, 1.0, false);
    for byte in written.bytes() {
        match byte {
            b'0'..=b'9' => {
                digits = digits * 10 + u64::from(byte - b'0');
                if is_part {
                    divisor *= 10.0;
                }
                if digits >= 1 << 53 || divisor > 1e22 {
                    return None;
                }
            }
            b'.' => is_part = true,
            b'-' => {}
            _ => return None,
        }
    }
    #[allow(clippy::cast_precision_loss)] // below 2^53 there is none
    let value = digits as f64 / divisor;
    Some(if written.starts_with('-') {
        -value
    } else {
        value
    })
}

/// Any number: by the browser, where Rust's code for it would have to be loaded first.
#[cfg(target_arch = "wasm32")]
fn long(written: &str) -> Option<f64> {
    js_sys::JSON::parse(written).ok()?.as_f64()
}

#[cfg(not(target_arch = "wasm32"))]
fn long(written: &str) -> Option<f64> {
    written.parse().ok()
}

#[cfg(test)]
mod tests;
