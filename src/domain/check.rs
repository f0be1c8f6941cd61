//! The content checker.
mod layout;
pub fn dump() { use schemars::generate::SchemaSettings;
 let g = |()| SchemaSettings::draft07().into_generator();
 for s in [g(()).into_root_schema_for::<Vec<super::fact::Fact>>(), g(()).into_root_schema_for::<super::explainer::Explainer>(), g(()).into_root_schema_for::<Vec<super::reference::Organisation>>(), g(()).into_root_schema_for::<super::catalog::Edition>(), g(()).into_root_schema_for::<Vec<super::place::Province>>()] { println!("{}", serde_json::to_string_pretty(&s).unwrap_or_default()); } }
#[cfg(test)] mod tests { #[test] fn d() { super::dump(); } }
