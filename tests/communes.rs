//! Communes of today: whole, and where other sources say they are.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used)]

#[path = "shelf/files.rs"]
mod shelf;

use shelf::files;

use buoc_so::domain::check::{MessageLang, ProblemKind as P, check};
use buoc_so::domain::library::Library;

const COMMUNES: &str = "shared/communes.json";

#[test]
fn as_many_communes_as_the_country_has() {
    let library = Library::load(&files()).unwrap();
    let count: usize = library.communes.provinces.values().map(Vec::len).sum();
    let known = &library.fact("hc-05").unwrap().figures.first().unwrap().value;
    assert_eq!(count.to_string(), String::from(known.clone()));
    assert_eq!(library.communes.provinces.len(), library.provinces.today.len());
}

#[test]
fn communes_are_where_the_sources_of_the_models_say() {
    let library = Library::load(&files()).unwrap();
    // Read from the press for the models, long before the list was taken up.
    let told = [
        ("thai-nguyen", "xã Vi Hương", "Xã Phủ Thông"),
        ("nghe-an", "xã Nam Giang", "Xã Kim Liên"),
        ("nghe-an", "xã Quỳnh Liên", "Phường Quỳnh Mai"),
        ("ha-noi", "xã Dương Xá", "Xã Gia Lâm"),
        ("ha-noi", "xã Song Phượng", "Xã Đan Phượng"),
        ("thanh-hoa", "xã Định Hưng", "Xã Định Tân"),
        ("hue", "xã Vinh Hưng", "Xã Vinh Lộc"),
        ("hue", "xã Quảng Thọ", "Xã Quảng Điền"),
        ("thai-nguyen", "thị trấn Hùng Sơn", "Xã Đại Phúc"),
        ("lam-dong", "xã Tâm Thắng", "Xã Cư Jút"),
        ("dong-nai", "xã Bình Lợi", "Phường Tân Triều"),
        ("dong-nai", "xã Đồng Nơ", "Xã Tân Khai"),
        ("tuyen-quang", "xã Nậm Ty", "Xã Nậm Dịch"),
        ("son-la", "xã Hua La", "Phường Chiềng Cơi"),
        ("tay-ninh", "xã Trường Đông", "Phường Long Hoa"),
    ];
    for (province, old, new) in told {
        let units = library.communes.provinces.get(province).unwrap();
        let heirs = units
            .iter()
            .filter(|unit| unit.from.iter().any(|from| from.whole.iter().any(|name| name == old)));
        let heirs: Vec<&str> = heirs.map(|unit| unit.name.as_str()).collect();
        assert_eq!(heirs, [new], "{old}, {province}");
    }
    for (province, name) in [("da-nang", "Đặc khu Hoàng Sa"), ("khanh-hoa", "Đặc khu Trường Sa")]
    {
        let units = library.communes.provinces.get(province).unwrap();
        assert!(units.iter().any(|unit| unit.name == name && unit.is_zone()), "{name}");
    }
}

/// What stands in the file, what is put there, and what has to be said of it.
type Seeded = (&'static str, &'static str, fn(&P) -> bool);

#[test]
fn faults_in_the_list_are_named_with_their_cure() {
    let seeded: [Seeded; 6] = [
        (
            "\"thai-nguyen\": [",
            "\"thai-nguyenn\": [",
            |kind| matches!(kind, P::UnknownId { id, .. } if id == "thai-nguyenn"),
        ),
        (
            "\"thai-nguyen\": [",
            "\"thai-nguyenn\": [",
            |kind| matches!(kind, P::CommunesLack { province } if province == "thai-nguyen"),
        ),
        ("\"province\": \"bac-kan\"", "\"province\": \"ha-giang\"", |kind| {
            matches!(kind, P::CommuneElsewhere { province, heir, .. }
                if province == "thai-nguyen" && heir == "tuyen-quang")
        }),
        (
            "\"province\": \"bac-kan\"",
            "\"province\": \"bac-kann\"",
            |kind| matches!(kind, P::UnknownId { id, .. } if id == "bac-kann"),
        ),
        (
            "\"from\": [{\"province\": \"da-nang-cu\", \"district\": \"huyện Hoàng Sa\"}]",
            "\"from\": []",
            |kind| matches!(kind, P::CommuneWithoutOrigin { name } if name == "Đặc khu Hoàng Sa"),
        ),
        ("\"source\": \"vietnam", "\"source\": \"vietnan", |kind| {
            matches!(kind, P::UnknownId { .. })
        }),
    ];
    for (from, to, is_named) in seeded {
        let mut files = files();
        let text = files.get_mut(COMMUNES).unwrap();
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
        let found = check(&files);
        let problem = found
            .problems
            .iter()
            .find(|problem| problem.file == COMMUNES && is_named(&problem.kind));
        let problem = problem.unwrap_or_else(|| panic!("{to}: not named"));
        assert!(problem.line > 1, "{to}");
        for lang in [MessageLang::Vietnamese, MessageLang::English] {
            let message = problem.words(lang);
            assert!(!message.what.is_empty() && !message.cure.is_empty(), "{to}");
        }
    }
}
