//! A look: which CSS classes a mark of a chart carries, in place of colours.
//!
//! plotters hands a backend nothing but a colour and a width, so a look travels as a colour: the
//! part of the chart in red, the slot of the series in green, the variant in blue. The
//! [backend](super::backend) turns it back into the classes of `style/chart.css`.

use plotters::style::RGBColor;

/// Declares an enum with the CSS class of each variant and its way back from a byte.
macro_rules! classes {
    ($(#[$doc:meta])* $enum:ident { $($(#[$variant_doc:meta])* $name:ident = $class:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum $enum {
            $($(#[$variant_doc])* $name,)+
        }

        impl $enum {
            const CLASSES: &'static [&'static str] = &[$($class),+];
        }
    };
}

classes! {
    /// Part of a chart.
    Part {
        /// Line at the foot of the plot, and marks of the years.
        Axis = "axis",
        /// Line of a series behind the chosen ones.
        Back = "back",
        /// Point of a series behind the chosen ones.
        BackDot = "back-dot",
        /// Bar, or one part of a stacked one.
        Bar = "bar",
        /// Line where the method changes.
        Break = "break",
        /// Point of a series.
        Dot = "dot",
        /// Line through the plot at a label of the axis.
        Grid = "grid",
        /// Label of an axis.
        Label = "label",
        /// Thin line from a point to its label.
        Leader = "leader",
        /// Line of a series.
        Line = "line",
        /// Name of a series beside its line.
        Name = "name",
        /// Name of a place at the head of its row or panel.
        Place = "place",
        /// Words about a part of the plot.
        Remark = "remark",
        /// Line from one value of a row to another, or to zero.
        Span = "span",
        /// Unit at the head of the value axis.
        Unit = "unit",
        /// Value beside its point.
        Value = "value",
        /// Ground behind projections.
        Zone = "zone",
    }
}

classes! {
    /// How a mark departs from the plain one.
    Variant {
        /// Not at all.
        Plain = "",
        /// A projection.
        Projected = " proj",
        /// A bar of which half is filled: under way.
        Half = " half",
        /// A bar with nothing but its outline: planned.
        Hollow = " hollow",
        /// A bar with a dashed outline: not known.
        Dashed = " dashed",
    }
}

/// Part, slot of the series (1 to 8; 0 for all others) and variant of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Part of the chart.
    pub part: Part,
    /// Slot of the series.
    pub slot: Option<u8>,
    /// Variant.
    pub variant: Variant,
}

/// In green for marks that belong to no series.
const NO_SLOT: u8 = u8::MAX;

impl Look {
    /// A mark that belongs to no series.
    pub const fn of(part: Part) -> Self {
        Self {
            part,
            slot: None,
            variant: Variant::Plain,
        }
    }

    /// A mark of the series in `slot`.
    pub const fn series(part: Part, slot: u8, variant: Variant) -> Self {
        Self {
            part,
            slot: Some(slot),
            variant,
        }
    }

    /// As plotters carries it.
    pub fn color(self) -> RGBColor {
        RGBColor(
            self.part as u8,
            self.slot.unwrap_or(NO_SLOT),
            self.variant as u8,
        )
    }
}

/// Appends the classes that [`Look::color`] put into `rgb`.
pub(super) fn push_classes(out: &mut String, (part, slot, variant): (u8, u8, u8)) {
    let class = |classes: &[&'static str], index: u8| {
        classes.get(usize::from(index)).copied().unwrap_or_default()
    };
    out.push_str(class(Part::CLASSES, part));
    if slot != NO_SLOT {
        out.push_str(" s");
        out.push(char::from(b'0' + slot.min(9)));
    }
    out.push_str(class(Variant::CLASSES, variant));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_comes_back_as_its_classes() {
        let classes = |look: Look| {
            let RGBColor(red, green, blue) = look.color();
            let mut out = String::new();
            push_classes(&mut out, (red, green, blue));
            out
        };
        assert_eq!(classes(Look::of(Part::Axis)), "axis");
        assert_eq!(classes(Look::of(Part::Zone)), "zone");
        let look = Look::series(Part::Line, 1, Variant::Projected);
        assert_eq!(classes(look), "line s1 proj");
        let look = Look::series(Part::Bar, 0, Variant::Dashed);
        assert_eq!(classes(look), "bar s0 dashed");
    }

    /// Each class that a chart can carry has a rule, and nothing here sets a colour of its own.
    #[test]
    fn the_stylesheet_knows_every_class() {
        let css = include_str!("../../style/chart.css");
        let series = (0..=8).map(|slot| format!("s{slot}")).collect::<Vec<_>>();
        let classes = Part::CLASSES
            .iter()
            .chain(&Variant::CLASSES[1..])
            .map(|class| class.trim())
            .chain(series.iter().map(String::as_str));
        for class in classes {
            assert!(
                css.split(|it: char| !(it.is_alphanumeric() || it == '.' || it == '-'))
                    .any(|word| word.split('.').skip(1).any(|it| it == class)),
                "no rule for .{class}"
            );
        }
    }
}
