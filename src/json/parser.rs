//! The parser of JSON: one pass over a text, into a list of its values in their order ([`Node`]), each
//! with its place in the text and containers with the place behind them.

use super::scalar::unescaped;
use super::Error;

/// Objects and lists within each other that are read, as many as serde reads.
const DEPTH: usize = 127;

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
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
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Where its text begins, without quotation marks; of an object or a list, how many values it has.
    pub(super) from: u32,
    /// Where its text ends; of an object or a list, the node behind all that is inside it.
    pub(super) to: u32,
}

/// A text with its nodes.
pub(super) struct Document<'a> {
    pub(super) text: &'a str,
    pub(super) nodes: Vec<Node>,
}

/// The nodes of `text`, or why there are none. A text that begins as an object or a list and cannot be
/// read has most likely broken off.
pub(super) fn parsed(text: &str) -> Result<Document<'_>, Error> {
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
