//! A topology: shapes that share their borders, as a `TopoJSON` file holds them.
//!
//! Borders are *arcs*; a ring is a list of arcs, each forward (`3`) or backward (`-4`, the
//! complement of `3`). Coordinates are whole numbers, each the difference to the one before, scaled
//! by the topology's transform.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Position, Ring};

/// A `TopoJSON` file.
#[derive(Clone, Debug, Deserialize)]
pub struct Topology {
    transform: Transform,
    arcs: Vec<Vec<Position>>,
    objects: BTreeMap<String, Collection>,
}

/// How whole numbers become degrees.
#[derive(Clone, Debug, Deserialize)]
struct Transform {
    scale: Position,
    translate: Position,
}

/// Shapes of one kind.
#[derive(Clone, Debug, Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

/// A shape of the file.
#[derive(Clone, Debug, Deserialize)]
struct Geometry {
    #[serde(default)]
    id: String,
    #[serde(default)]
    properties: Properties,
    #[serde(flatten)]
    parts: Parts,
}

/// What the file says of a shape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Properties {
    /// Name in English.
    #[serde(default)]
    pub name: String,
    /// Name in Indonesian.
    #[serde(default)]
    pub name_id: String,
    /// Whether it is a member state of ASEAN.
    #[serde(default)]
    pub asean: bool,
}

/// The arcs of a shape.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type")]
enum Parts {
    Polygon { arcs: Vec<Vec<i64>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
}

/// A shape with its rings in degrees.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// ISO 3166-1 alpha-3 code.
    pub code: String,
    /// What the file says of it.
    pub properties: Properties,
    /// Rings of all its polygons, outer and inner.
    pub rings: Vec<Ring>,
}

/// Why a topology has no shapes to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopologyError {
    /// It holds no object of the name.
    NoObject(String),
    /// A shape names an arc that is not there.
    NoArc {
        /// Code of the shape.
        shape: String,
        /// Number of the arc.
        arc: i64,
    },
}

impl std::fmt::Display for TopologyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoObject(name) => write!(f, "no object \"{name}\" in the topology"),
            Self::NoArc { shape, arc } => write!(f, "{shape}: no arc {arc} in the topology"),
        }
    }
}

impl std::error::Error for TopologyError {}

impl Topology {
    /// The shapes of the object `name`, in the order of the file.
    ///
    /// # Errors
    ///
    /// When there is no such object, or a shape names an arc that is not there.
    pub fn shapes(&self, name: &str) -> Result<Vec<Shape>, TopologyError> {
        self.shapes_of_arcs(name, <[Position]>::to_vec)
    }

    /// The shapes of the object `name` after `change` was made to each arc, in degrees. A border is
    /// one arc, so both its sides change alike as long as its ends stay.
    ///
    /// # Errors
    ///
    /// As for [`Topology::shapes`].
    pub fn shapes_of_arcs(
        &self,
        name: &str,
        change: impl Fn(&[Position]) -> Ring,
    ) -> Result<Vec<Shape>, TopologyError> {
        let arcs: Vec<Ring> = self
            .arcs
            .iter()
            .map(|arc| change(&self.degrees(arc)))
            .collect();
        self.objects
            .get(name)
            .ok_or_else(|| TopologyError::NoObject(name.to_owned()))?
            .geometries
            .iter()
            .map(|geometry| {
                let rings: Vec<&Vec<i64>> = match &geometry.parts {
                    Parts::Polygon { arcs } => arcs.iter().collect(),
                    Parts::MultiPolygon { arcs } => arcs.iter().flatten().collect(),
                };
                Ok(Shape {
                    code: geometry.id.clone(),
                    properties: geometry.properties.clone(),
                    rings: rings
                        .into_iter()
                        .map(|ring| join(&arcs, ring, &geometry.id))
                        .collect::<Result<_, _>>()?,
                })
            })
            .collect()
    }

    /// An arc in degrees.
    fn degrees(&self, arc: &[Position]) -> Ring {
        let ([scale_x, scale_y], [left, bottom]) = (self.transform.scale, self.transform.translate);
        let (mut x, mut y) = (0.0, 0.0);
        arc.iter()
            .map(|[dx, dy]| {
                x += dx;
                y += dy;
                [x * scale_x + left, y * scale_y + bottom]
            })
            .collect()
    }
}

/// The ring of the arcs named by `numbers`.
fn join(arcs: &[Ring], numbers: &[i64], shape: &str) -> Result<Ring, TopologyError> {
    let mut ring = Ring::new();
    for &number in numbers {
        let forward = if number < 0 { !number } else { number };
        let arc = usize::try_from(forward)
            .ok()
            .and_then(|index| arcs.get(index))
            .ok_or_else(|| TopologyError::NoArc {
                shape: shape.to_owned(),
                arc: number,
            })?;
        // The first position of an arc is the last of the one before.
        let skip = usize::from(!ring.is_empty());
        if number < 0 {
            ring.extend(arc.iter().rev().skip(skip));
        } else {
            ring.extend(arc.iter().skip(skip));
        }
    }
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    Ok(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_SQUARES: &str = r#"{"type":"Topology",
        "transform":{"scale":[0.5,0.5],"translate":[100,-10]},
        "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
        "objects":{"countries":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","id":"AAA","properties":{"name":"A","asean":true},"arcs":[[0,1]]},
            {"type":"MultiPolygon","id":"BBB","arcs":[[[2,-1]]]}]}}}"#;

    #[test]
    fn shapes_share_an_arc_in_both_directions() {
        let topology: Topology = serde_json::from_str(TWO_SQUARES).unwrap();
        let shapes = topology.shapes("countries").unwrap();
        assert_eq!(
            shapes[0].rings,
            [[[101.0, -10.0], [101.0, -9.0], [100.0, -9.0], [100.0, -10.0]]]
        );
        assert_eq!(
            shapes[1].rings,
            [[[101.0, -10.0], [102.0, -10.0], [102.0, -9.0], [101.0, -9.0]]]
        );
        assert!(shapes[0].properties.asean);
    }

    #[test]
    fn what_is_not_there_is_named() {
        let topology: Topology =
            serde_json::from_str(&TWO_SQUARES.replace("[[0,1]]", "[[0,7]]")).unwrap();
        assert_eq!(
            topology.shapes("countries"),
            Err(TopologyError::NoArc {
                shape: "AAA".to_owned(),
                arc: 7
            })
        );
        assert_eq!(
            topology.shapes("rivers"),
            Err(TopologyError::NoObject("rivers".to_owned()))
        );
    }
}
