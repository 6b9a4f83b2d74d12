//! A tree: JSON that has been parsed and not yet taken apart.
//!
//! Nothing is copied out of the text before it is taken. The browser's own parser was slower by an order
//! of magnitude: not to parse, but to be asked for each field of each object from here, and it was given
//! a copy of the text.

use std::borrow::Cow;

use super::parser::{parsed, Document, Kind, Node};
use super::scalar::{long, short, unescaped};
use super::Error;

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

#[cfg(test)]
mod tests;
