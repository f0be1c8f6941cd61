//! Placeholder until the engine lands.
use serde::{Deserialize, Serialize};
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document { pub id: String, pub kind: String, pub title: String, pub href: String, #[serde(default)] pub keywords: Vec<String>, pub lead: String, #[serde(default)] pub body: String }
