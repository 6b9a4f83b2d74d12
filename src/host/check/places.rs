//! What holds for the geography: a point for each city, a shape for each member state.

use std::collections::BTreeSet;

use super::city::REGION;
use super::indicator::unknown_city;
use super::json::at;
use super::{File, Files, Findings};
use crate::geo::topojson::Shape;
use crate::model::{CityPoints, Country};

/// Checks `geo/city-points.json`.
pub fn check(file: &File<CityPoints>, files: &Files, findings: &mut Findings<'_>) {
    let points = || file.value.points.iter().enumerate();
    findings.unique(points().map(|(index, it)| (at!["points", index, "slug"], it.slug.clone())));
    let [lon, lat] = REGION;
    for (index, point) in points() {
        let path = at!["points", index];
        findings.expect(lat.contains(&point.lat), path.to("lat"), || {
            format!("found {}, expected -11.5 to 28.5", point.lat)
        });
        findings.expect(lon.contains(&point.lon), path.to("lon"), || {
            format!("found {}, expected 92 to 142", point.lon)
        });
        findings.expect(files.slugs.contains(&point.slug), path.to("slug"), || {
            unknown_city(&point.slug, files)
        });
        if let Some(city) = files.city(&point.slug) {
            findings.expect(
                point.country == city.value.country,
                path.to("country"),
                || {
                    let (found, expected) = (point.country.code(), city.value.country.code());
                    format!(
                        "found \"{found}\", expected \"{expected}\" as in {}",
                        city.name
                    )
                },
            );
        }
    }
    let listed: BTreeSet<&str> = points().map(|(_, it)| it.slug.as_str()).collect();
    for slug in &files.slugs {
        let listed = listed.contains(slug.as_str());
        findings.expect(listed, at!["points"], || {
            format!("expected a point for \"{slug}\", which has a file, found none")
        });
    }
}

/// Codes of the member states that have no shape.
pub fn missing_states(shapes: &[Shape]) -> impl Iterator<Item = &'static str> + '_ {
    Country::ALL
        .into_iter()
        .map(Country::code)
        .filter(|code| !shapes.iter().any(|shape| shape.code == *code))
}
