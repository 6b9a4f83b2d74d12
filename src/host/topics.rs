//! Topics: which indicator is about what, and the names of those that only cities' files have.
//!
//! A person decides this for each indicator. One without an entry fails the build, and so does an
//! entry without an indicator.

use crate::model::{Text, Topic};

/// What a person decided for an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Identifier in the explorer.
    pub id: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// Name in English and Indonesian for figures that cities' files call by different names.
    pub name: Option<(&'static str, &'static str)>,
}

/// The entry of an indicator.
#[must_use]
pub fn entry(id: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.id == id)
}

/// The place of the topic of an indicator among all topics.
#[must_use]
pub fn place(id: &str) -> Option<usize> {
    let topic = entry(id)?.topic;
    Topic::ALL.into_iter().position(|it| it == topic)
}

impl Entry {
    /// The name, if one was given.
    #[must_use]
    pub fn text(&self) -> Option<Text> {
        self.name.map(|(en, id)| Text {
            en: en.to_owned(),
            id: id.to_owned(),
        })
    }
}

/// Other words by which readers look for an indicator, in both languages; never shown.
const ALIASES: &[(&str, &str)] = &[
    (
        "city-pm25-iqair",
        "air quality pollution kualitas udara polusi AQI",
    ),
    ("co2-per-capita", "climate greenhouse iklim gas rumah kaca"),
    ("corruption-perceptions-index", "CPI IPK"),
    ("egdi", "e-government pemerintahan elektronik"),
    ("electricity-use-per-person", "power energy energi"),
    ("extreme-poverty", "poor miskin"),
    ("gini", "ketimpangan rasio"),
    ("gini-ratio", "inequality ketimpangan"),
    ("grdp-constant-price", "GDP PDRB"),
    ("grdp-current-price", "GDP PDRB"),
    ("grdp-growth", "GDP"),
    ("grdp-per-capita", "GDP PDRB"),
    ("hdi", "HDI IPM"),
    ("internet-users", "online web daring"),
    ("ipm", "HDI"),
    ("local-hdi", "HDI IPM"),
    (
        "pm25-exposure",
        "air quality pollution kualitas udara polusi",
    ),
    ("population", "people inhabitants jiwa"),
    ("spbe-index", "egov pemerintahan elektronik"),
    ("stunting-prevalence", "nutrition gizi tengkes"),
    ("city-stunting-prevalence", "nutrition gizi tengkes"),
    ("traffic-congestion-level", "traffic jam macet"),
    ("unemployment", "jobs work kerja"),
    ("unemployment-rate", "jobs work kerja"),
];

/// Other words by which readers look for an indicator; empty for most.
#[must_use]
pub fn aliases(id: &str) -> &'static str {
    let found = ALIASES.iter().find(|(known, _)| *known == id);
    found.map_or("", |(_, words)| words)
}

/// Declares [`ENTRIES`] by topic.
macro_rules! entries {
    ($($topic:ident: $($id:literal $(= $en:literal, $name:literal)?),+;)+) => {
        /// Every indicator, by topic.
        pub const ENTRIES: &[Entry] = &[$($(Entry {
            id: $id,
            topic: Topic::$topic,
            name: entries!(@name $($en, $name)?),
        }),+),+];
    };
    (@name) => { None };
    (@name $en:literal, $id:literal) => { Some(($en, $id)) };
}

entries! {
    Population:
        "city-population-wup",
        "kampong-ayer-population",
        "land-area",
        "large-city-population-share",
        "population",
        "urban-population",
        "urban-population-growth",
        "urban-population-share";
    Economy:
        "domestic-tourists" = "Domestic tourists", "Wisatawan nusantara",
        "foreign-tourists" = "Foreign tourists", "Wisatawan mancanegara",
        "gdp-per-capita-constant-usd",
        "gdp-per-capita-current-usd",
        "gdp-per-capita-ppp",
        "gni-per-capita-atlas",
        "grdp-constant-price",
        "grdp-current-price",
        "grdp-growth" = "Economic growth (GRDP)", "Pertumbuhan ekonomi (PDRB)",
        "grdp-per-capita",
        "high-tech-exports",
        "homestay-guests",
        "homestay-tax",
        "homestays-standard",
        "jakpreneur-msmes",
        "new-tourism-alleys",
        "regional-competitiveness-index",
        "tourist-visits" = "Tourist visits", "Kunjungan wisatawan",
        "unemployment",
        "unemployment-rate" = "Open unemployment rate", "Tingkat pengangguran terbuka",
        "youth-unemployment";
    LivingConditions:
        "account-ownership",
        "basic-sanitation-urban",
        "basic-water-urban",
        "electricity-access",
        "extreme-poverty",
        "extreme-poverty-rate",
        "gini",
        "gini-ratio",
        "hdi",
        "housing-phase-1",
        "human-achievement-index",
        "ipm",
        "local-hdi" = "Human Development Index of the city or its province", "Indeks Pembangunan Manusia kota atau provinsinya",
        "poor-population",
        "poverty-rate",
        "region-hdi",
        "region-household-electricity",
        "region-mean-years-schooling",
        "slum-population-share";
    Health:
        "city-stunting-prevalence",
        "doctors-per-1000",
        "homecare-patients",
        "life-expectancy",
        "region-life-expectancy",
        "region-stunting-prevalence",
        "stunted-children" = "Stunted children (local count)", "Jumlah balita stunting (hitungan daerah)",
        "stunting-prevalence",
        "uhc-service-coverage",
        "under-five-mortality";
    Digital:
        "fixed-broadband",
        "go-manila-users",
        "internet-use",
        "internet-users",
        "mobile-4g-coverage",
        "mobile-subscriptions",
        "paynow-transactions",
        "region-household-computer",
        "region-household-mobile-phone",
        "villages-fibre";
    Mobility:
        "brt-construction",
        "bus-passengers",
        "road-traffic-deaths",
        "smart-junctions",
        "traffic-congestion-level",
        "trans-semarang-passengers",
        "transjakarta-passengers",
        "travel-time-10km";
    Environment:
        "carbon-intensity-electricity",
        "city-pm25-iqair",
        "co2-per-capita",
        "electricity-use-per-person",
        "forest-cover",
        "plastic-recycled-share",
        "pm25-exposure",
        "renewable-capacity-share",
        "renewable-electricity-share",
        "renewable-final-energy-share",
        "renewable-primary-energy-share",
        "restored-ponds",
        "waste-balak",
        "waste-bantargebang",
        "waste-collection-coverage",
        "waste-per-day" = "Waste produced per day", "Timbulan sampah per hari",
        "waste-per-year",
        "waste-to-landfill",
        "water-reserve";
    Governance:
        "ascn-projects",
        "citizen-reports-solved",
        "control-centre-cameras",
        "corruption-perceptions-index",
        "e-participation-index",
        "egdi",
        "egdi-rank",
        "imd-smart-city-index-rank",
        "integrity-survey-score",
        "malaysia-smart-city-level",
        "online-service-index",
        "smart-city-plan-initiatives-done" = "Initiatives done of the city’s smart city plan", "Inisiatif selesai dari rencana kota cerdas",
        "spbe-index",
        "telecom-infrastructure-index";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alias_is_of_an_indicator() {
        for (id, words) in ALIASES {
            assert!(entry(id).is_some(), "{id}");
            assert_eq!(aliases(id), *words);
        }
        assert_eq!(aliases("nothing"), "");
    }
}
