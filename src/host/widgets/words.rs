//! Words that stand only in fixed widgets and on their page of examples.
//!
//! They are no [`Key`](crate::i18n::Key)s, for the reason that [`head::words`](crate::host::head::words)
//! gives: the app would load them for every reader.

#[cfg(test)]
use crate::host::head::words::check;
use crate::host::head::words::{words, Words};

words! {
    FULL_PAGE: "Full page in the ASCN Atlas", "Halaman lengkap di ASCN Atlas";
    /// Date of the data.
    FROZEN: "Figures as of {}, kept as they were then.", "Angka per {}, disimpan seperti saat itu.";
    NEWER: "See the newest figures", "Lihat angka terbaru";
    /// Number.
    MORE: "{} more", "{} lainnya";
    /// City.
    PROJECTS_OF: "Projects of {}", "Proyek {}";
    /// City.
    PROGRAMS_OF: "Partner programmes with {}", "Program mitra bersama {}";
    /// Partner.
    PARTNER_OF: "Programmes of {}", "Program {}";
    /// Number.
    PROGRAMS: "{} programme|{} programmes", "{} program";
    /// Country.
    CITIES_OF: "Cities of {} side by side", "Kota-kota {} berdampingan";
    /// Number of cities.
    CITIES_LEAD: "{} city of the ASEAN Smart Cities Network.|{} cities of the ASEAN Smart Cities Network.", "{} kota ASEAN Smart Cities Network.";
    /// Cities, countries.
    MAP_LEAD: "{} cities in {} countries.", "{} kota di {} negara.";
    MAP_LIST: "All cities as a list", "Semua kota sebagai daftar";
    MEETINGS: "Meetings of the ASEAN Smart Cities Network", "Pertemuan ASEAN Smart Cities Network";
    COMING: "Coming", "Mendatang";
    PAST: "Past", "Telah lalu";
    /// Date of the data.
    NONE_COMING: "No source that we had read by {} names the date of a coming meeting.", "Hingga {}, tidak ada sumber yang kami baca menyebut tanggal pertemuan mendatang.";
    /// Value, year.
    EARLIER: "Earlier: {} in {}", "Sebelumnya: {} pada {}";
    LATEST_VALUES: "Latest values", "Nilai terbaru";
    EXAMPLES: "Widgets of the ASCN Atlas", "Widget ASCN Atlas";
    /// What is shown.
    TO_EXPLORE: "{}: to explore", "{}: untuk dijelajahi";
    EXAMPLES_LEAD: "One of each kind, with the code that shows it. Every widget is one file that loads nothing else and keeps nothing.", "Satu dari setiap jenis, beserta kode penampilnya. Setiap widget adalah satu berkas yang tidak memuat apa pun lagi dan tidak menyimpan apa pun.";
    EXAMPLE_ELEMENT: "The same as an element", "Yang sama sebagai elemen";
    /// Height.
    CODE_OF: "Code: {}", "Kode: {}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_the_same_places_in_both_languages() {
        check(ALL);
    }
}
