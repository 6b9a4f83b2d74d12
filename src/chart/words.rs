//! The words of charts in each language of the site.
//!
//! The words themselves stand with all others in `i18n::Key`.

use crate::i18n::Key;
use crate::model::Lang;

/// Declares `Words`, a method for each word or part of a sentence, from the names of messages.
macro_rules! declare_words {
    ($($(#[$doc:meta])* $word:ident: $key:ident;)+) => {
        /// Words and parts of sentences of a language.
        #[derive(Clone, Copy)]
        pub(super) struct Words(Lang);

        impl Words {
            $($(#[$doc])* pub(super) fn $word(self) -> &'static str { Key::$key.text(self.0) })+
        }
    };
}
pub(super) use declare_words;

declare_words! {
    year: GraphYear;
    no_data: GraphNoData;
    projection: GraphProjection;
    projected: GraphProjected;
    new_method: GraphNewMethod;
    higher_is_better: GraphHigherIsBetter;
    lower_is_better: GraphLowerIsBetter;
    to: GraphTo;
    and: GraphAnd;
    but: GraphBut;
    from: GraphFrom;
    lower_by: GraphLowerBy;
    higher_by: GraphHigherBy;
    unchanged: GraphUnchanged;
    rank_up: GraphRankUp;
    rank_down: GraphRankDown;
    place: GraphPlace;
    places: GraphPlaces;
    percentage_point: GraphPercentagePoint;
    percentage_points: GraphPercentagePoints;
    point: GraphPoint;
    points: GraphPoints;
    according_to: GraphAccordingTo;
    differ_before: GraphDifferBefore;
    differ_after: GraphDifferAfter;
    break_before: GraphBreakBefore;
    break_after: GraphBreakAfter;
    series: GraphSeries;
    years_to: GraphYearsTo;
    in_year: GraphInYear;
    planned: GraphPlanned;
    ongoing: GraphOngoing;
    completed: GraphCompleted;
    unknown: GraphUnknown;
    project_counts: GraphProjectCounts;
    computed: GraphComputed;
    place_head: GraphPlaceHead;
    difference: GraphDifference;
    one_place: GraphOnePlace;
    many_places: GraphManyPlaces;
    other_place: GraphOtherPlace;
    other_places: GraphOtherPlaces;
    in_grey: GraphInGrey;
    in_order: GraphInOrder;
    with: GraphWith;
    up: GraphUp;
    down: GraphDown;
    same: GraphSame;
    no_data_for: GraphNoDataFor;
    not_in_both: GraphNotInBoth;
    only: GraphOnly;
    no_difference: GraphNoDifference;
    base_before: GraphBaseBefore;
    base_after: GraphBaseAfter;
    without_base: GraphWithoutBase;
    own_scales: GraphOwnScales;
    of_region: GraphOfRegion;
}

/// The words of `lang`.
pub(super) const fn words(lang: Lang) -> Words {
    Words(lang)
}
