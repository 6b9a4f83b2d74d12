//! A message: fixed words of the interface, in every language.
//!
//! A message is a variant of [`Key`], and the table below gives its words in both languages, so a
//! message without a translation does not compile. `{}` marks the place of a value.
//!
//! The table itself is compiled in with the feature `words`: on the host and in tests. The app goes
//! without: it loads the words of the reader's language alone (see [`super::catalogue`]).

use crate::find::split_once;
use crate::model::Lang;

/// Declares [`Key`] from rows of `Name: "English", "Indonesian";`.
macro_rules! messages {
    ($($name:ident: $en:literal, $id:literal;)+) => {
        /// A message of the interface.
        #[allow(clippy::doc_markdown, reason = "the words themselves, with names of others")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key { $(#[doc = $en] $name,)+ }

        impl Key {
            /// How many messages there are.
            pub const COUNT: usize = [$(Self::$name),+].len();

            /// Every message.
            #[cfg(feature = "words")]
            pub const ALL: [Self; Self::COUNT] = [$(Self::$name),+];

            /// The words in `lang`.
            #[cfg(feature = "words")]
            #[must_use]
            pub const fn text(self, lang: Lang) -> &'static str {
                let (en, id) = match self { $(Self::$name => ($en, $id)),+ };
                match lang { Lang::En => en, Lang::Id => id }
            }
        }
    };
}

impl Key {
    /// The words in `lang`; empty as long as they are not installed.
    #[cfg(not(feature = "words"))]
    #[must_use]
    #[inline(never)] // one call for each message shown
    pub fn text(self, lang: Lang) -> &'static str {
        super::catalogue::text(lang, self as usize)
    }
}

impl Key {
    /// The words in `lang` with `value` in the place of `{}`.
    #[must_use]
    pub fn with(self, lang: Lang, value: &str) -> String {
        fill(self.text(lang), value)
    }

    /// The words in `lang` with `first` and `second` in the places of `{}`.
    #[must_use]
    pub fn with2(self, lang: Lang, first: &str, second: &str) -> String {
        // Split first, so that a `{}` inside a value is never taken for a place.
        let words = self.text(lang);
        let (before, rest) = split_once(words, "{}").unwrap_or((words, ""));
        [before, first, &fill(rest, second)].concat()
    }
}

/// `words` with `value` in the place of `{}`.
#[inline(never)] // one call for each message with a value
pub(super) fn fill(words: &str, value: &str) -> String {
    let (before, behind) = split_once(words, "{}").unwrap_or((words, ""));
    [before, value, behind].concat()
}

messages! {
    // The shell.
    SiteName: "ASCN Atlas", "ASCN Atlas";
    SkipToContent: "Skip to content", "Langsung ke isi";
    NavMain: "Sections", "Bagian";
    NavMore: "More pages", "Halaman lain";
    NavPrograms: "Programmes", "Program";
    NavNetwork: "Network", "Jejaring";
    NavHome: "Home", "Beranda";
    NavCities: "Cities", "Kota";
    Breadcrumb: "You are here", "Posisi Anda";
    Language: "Language", "Bahasa";
    Theme: "Theme", "Tema";
    ThemeAuto: "Automatic", "Otomatis";
    ThemeLight: "Light", "Terang";
    ThemeDark: "Dark", "Gelap";
    DataDate: "Data as of {}", "Data per {}";
    FooterAbout: "An open atlas of the ASEAN Smart Cities Network. It runs in your browser, keeps nothing about you and asks no other site.", "Atlas terbuka ASEAN Smart Cities Network. Berjalan di peramban Anda, tidak menyimpan apa pun tentang Anda, dan tidak menghubungi situs lain.";
    FooterLicence: "Code: MIT or Apache-2.0. Figures: the terms of each source.", "Kode: MIT atau Apache-2.0. Angka: menurut ketentuan tiap sumber.";
    PublicData: "Data files (JSON)", "Berkas data (JSON)";
    Opened: "Page opened: {}", "Halaman dibuka: {}";

    // States.
    Loading: "Loading…", "Memuat…";
    Retry: "Try again", "Coba lagi";
    FailedIndex: "The list of cities could not be loaded.", "Daftar kota tidak dapat dimuat.";
    FailedCity: "This city's data could not be loaded.", "Data kota ini tidak dapat dimuat.";
    FailedCountry: "The country's figures could not be loaded.", "Angka negara tidak dapat dimuat.";
    FailedPage: "This page could not be loaded.", "Halaman ini tidak dapat dimuat.";
    FailedMap: "The map could not be loaded.", "Peta tidak dapat dimuat.";
    ErrorCode: "Part of the site’s code did not come: there is no connection, or the site has just been renewed. Try again, or reload the page.", "Sebagian kode situs tidak sampai: tidak ada sambungan, atau situs baru saja diperbarui. Coba lagi, atau muat ulang halaman.";
    ErrorOffline: "No connection to the server. The rest of the page still works.", "Tidak ada sambungan ke server. Bagian lain halaman tetap dapat dipakai.";
    ErrorMissing: "The server does not have this file (status {}).", "Server tidak memiliki berkas ini (status {}).";
    ErrorServer: "The server answered with an error (status {}).", "Server menjawab dengan galat (status {}).";
    ErrorNotJson: "The server sent a page or text instead of data.", "Server mengirim halaman atau teks, bukan data.";
    ErrorTruncated: "The data broke off before its end.", "Data terputus sebelum selesai.";
    ErrorShape: "The data has a form that this version of the site does not know. Reload the page, then try again.", "Bentuk data tidak dikenal oleh versi situs ini. Muat ulang halaman, lalu coba lagi.";
    NotFoundTitle: "Page not found", "Halaman tidak ditemukan";
    NotFoundText: "There is no page at this address. The address may be mistyped or from an older version of the site.", "Tidak ada halaman di alamat ini. Mungkin ada salah ketik, atau alamatnya dari versi lama situs.";
    NotFoundCity: "There is no city “{}” in the network.", "Tidak ada kota “{}” dalam jejaring.";
    GoToCities: "See all cities", "Lihat semua kota";

    // Home.
    HomeTitle: "Smart cities of Southeast Asia: what they promised, what became of it", "Kota cerdas Asia Tenggara: apa janjinya, bagaimana hasilnya";
    HomeLead: "The ASEAN Smart Cities Network links {} cities in {} countries. Here you can read what each city planned, who leads it, which partners help and which figures moved, every one with its source.", "ASEAN Smart Cities Network menghubungkan {} kota di {} negara. Di sini Anda dapat membaca rencana tiap kota, siapa yang memimpinnya, mitra yang membantu, dan angka yang berubah, semuanya dengan sumber.";
    HomeFind: "Find your city", "Cari kota Anda";
    FindButton: "Search", "Cari";
    HomeMap: "The network on the map", "Jejaring di peta";
    HomeProjects: "projects of the cities", "proyek kota";
    HomeCities: "cities", "kota";
    HomeCountries: "countries", "negara";
    HomeNewest: "Newest members", "Anggota terbaru";
    HomeByCountry: "Cities by country", "Kota menurut negara";

    // Directory.
    DirectoryTitle: "Cities of the network", "Kota anggota jejaring";
    DirectoryLead: "Every city of the ASEAN Smart Cities Network: where it lies, when it joined and what its projects are about.", "Semua kota ASEAN Smart Cities Network: letaknya, tahun bergabung, dan bidang proyeknya.";
    FilterTitle: "Filter and sort", "Saring dan urutkan";
    FilterText: "Name of a city or country", "Nama kota atau negara";
    FilterCountry: "Country", "Negara";
    FilterFocus: "Focus area", "Bidang fokus";
    FilterJoined: "Joined", "Bergabung";
    FilterAll: "All", "Semua";
    SortBy: "Sort by", "Urutkan";
    SortCountry: "Country", "Negara";
    SortName: "Name", "Nama";
    SortJoined: "Newest first", "Terbaru dulu";
    SortProjects: "Most projects", "Proyek terbanyak";
    FilterReset: "Clear all filters", "Hapus semua saringan";
    CitiesShown: "{} of {} cities", "{} dari {} kota";
    CitiesNone: "No city fits these filters.", "Tidak ada kota yang cocok dengan saringan ini.";
    JoinedIn: "joined {}", "bergabung {}";
    ProjectsOne: "{} project", "{} proyek";
    ProjectsMany: "{} projects", "{} proyek";
    MapOfCities: "Map of the cities of the network", "Peta kota anggota jejaring";
    MapNote: "Borders: Natural Earth, de facto lines; no position of this site.", "Batas: Natural Earth, garis de facto; bukan sikap situs ini.";

    // City profile.
    CityLead: "What {} planned as a member of the ASEAN Smart Cities Network (ASCN), what became of it, and which figures moved.", "Apa yang direncanakan {} sebagai anggota jejaring kota cerdas ASEAN (ASEAN Smart Cities Network, ASCN), bagaimana hasilnya, dan angka mana yang berubah.";
    OnThisPage: "On this page", "Di halaman ini";
    KeyFacts: "Key facts", "Fakta utama";
    FactPopulation: "Population", "Penduduk";
    FactArea: "Area", "Luas";
    FactJoined: "Joined the network", "Bergabung dengan jejaring";
    FactProjects: "Projects on this page", "Proyek di halaman ini";
    FactLocation: "Location", "Letak";
    Projects: "What the city promised", "Apa yang direncanakan kota";
    ProjectsNone: "No source that we read names a project of this city.", "Tidak ada sumber yang kami baca menyebut proyek kota ini.";
    ProjectsScap: "Priority projects of the city's action plan (Smart City Action Plan, SCAP)", "Proyek prioritas rencana aksi kota (Smart City Action Plan, SCAP)";
    ProjectsInnovation: "Other projects and innovations", "Proyek dan inovasi lain";
    ProjectOwn: "City's own project: no report of the network names it.", "Proyek kota sendiri: tidak disebut dalam laporan jejaring.";
    ProjectProgress: "Progress", "Kemajuan";
    ProjectChallenges: "Challenges", "Tantangan";
    ProjectPlans: "Plans", "Rencana";
    ProjectPartners: "Partners", "Mitra";
    ProjectPeriod: "Period", "Periode";
    ProjectFocus: "Focus", "Fokus";
    StatusPlanned: "Planned", "Direncanakan";
    StatusOngoing: "Under way", "Berjalan";
    StatusCompleted: "Completed", "Selesai";
    StatusUnknown: "Status unknown", "Status tidak diketahui";
    AsOf: "as of {}", "per {}";
    FromDate: "since {}", "sejak {}";
    UntilDate: "until {}", "hingga {}";
    FromTo: "{} to {}", "{} hingga {}";
    CountsTitle: "Projects in the network's reports", "Proyek dalam laporan jejaring";
    CountsNone: "The network's monitoring reports of 2022 to 2025 list no project of this city.", "Laporan pemantauan jejaring 2022 hingga 2025 tidak memuat proyek kota ini.";
    CountsNote: "Counted by the report of each year; the list above also holds projects from other sources, so the numbers may differ.", "Dihitung menurut laporan tiap tahun; daftar di atas juga memuat proyek dari sumber lain, jadi jumlahnya dapat berbeda.";
    Indicators: "What moved", "Apa yang berubah";
    IndicatorsNone: "No source that we read gives figures for this city.", "Tidak ada sumber yang kami baca memberi angka untuk kota ini.";
    IndicatorsLead: "Figures of the city. Where sources disagree, each has a line of its own in the same chart.", "Angka kota ini. Bila sumber berbeda, masing-masing punya garis sendiri dalam satu grafik.";
    RegionTitle: "Around the city", "Wilayah sekitar kota";
    RegionLead: "These figures describe the province or region around the city, not the city itself.", "Angka ini menggambarkan provinsi atau wilayah sekitar kota, bukan kotanya sendiri.";
    CountryTitle: "The country: {}", "Negara: {}";
    CountryLead: "Figures of the whole country. Open one to see its chart, table and sources.", "Angka seluruh negara. Buka salah satu untuk melihat grafik, tabel, dan sumbernya.";
    PopulationTitle: "Population by border and count", "Penduduk menurut batas dan cara hitung";
    PopulationLead: "Figures for different borders do not compare; each stands on its own.", "Angka dengan batas wilayah berbeda tidak dapat dibandingkan; masing-masing berdiri sendiri.";
    Programs: "Who helps", "Siapa yang membantu";
    ProgramsNone: "No partner programme that we read of names this city.", "Tidak ada program mitra dalam sumber kami yang menyebut kota ini.";
    ProgramsLead: "Partner programmes that name the city, in order of time.", "Program mitra yang menyebut kota ini, urut waktu.";
    Milestones: "Milestones", "Tonggak";
    People: "Who leads", "Siapa yang memimpin";
    PeopleNone: "No published list that we read names an officer for this city.", "Tidak ada daftar terbitan yang kami baca menyebut pejabat untuk kota ini.";
    RoleCsco: "Chief Smart City Officer (CSCO)", "Penanggung jawab kota cerdas (Chief Smart City Officer, CSCO)";
    RoleNationalRepresentative: "National Representative", "Wakil negara (National Representative)";
    RoleAlternate: "Alternate of the National Representative", "Wakil negara pengganti (Alternate)";
    RoleHeadOfDelegation: "Head of delegation", "Ketua delegasi";
    RoleChair: "Chair of the network", "Ketua jejaring";
    About: "About the city", "Tentang kota";
    Conflicts: "Where sources disagree", "Bila sumber berbeda";
    Sources: "Sources", "Sumber";
    SourcesCountry: "Sources of the country's figures", "Sumber angka negara";
    SourceNumber: "Source {}", "Sumber {}";
    SourceBack: "Back to where source {} is cited", "Kembali ke tempat sumber {} dikutip";
    SourceRead: "read {}", "dibaca {}";
    SourceVia: "copy that was read", "salinan yang dibaca";
    SourceLicence: "Licence: {}", "Lisensi: {}";
    SourceNoLicence: "Licence not stated", "Lisensi tidak disebutkan";
    SourceUndated: "no date", "tanpa tanggal";
    SourceNoAddress: "no address known", "alamat tidak diketahui";
    Unknown: "unknown", "tidak diketahui";

    // Charts.
    ChartTable: "Table", "Tabel";
    ChartTableLong: "This table is long: it stands on the page of the indicator.", "Tabel ini panjang: ada di halaman indikatornya.";
    ChartReadout: "Points of the chart “{}”. Arrow keys move through years and series, Enter keeps a value.", "Titik-titik grafik “{}”. Tombol panah berpindah antar tahun dan deret, Enter menyimpan nilai.";
    ChartDescriptionUnit: "Unit: {}", "Satuan: {}";
    ChartYear: "Year", "Tahun";
    ChartSources: "Sources", "Sumber";
    ChartDerived: "Computed from published figures.", "Dihitung dari angka terbitan.";
    ChartOriginal: "Quoted from: {}", "Dikutip dari: {}";
    ChartRanked: "Number of cities ranked: {}", "Jumlah kota dalam peringkat: {}";
    ChartLatest: "{} in {}", "{} pada {}";
    ChartProjected: "projection", "proyeksi";

    // Kinds of programme.
    KindFunding: "Funding", "Pendanaan";
    KindTraining: "Training", "Pelatihan";
    KindMeeting: "Meeting", "Pertemuan";
    KindStudy: "Study", "Kajian";
    KindTechnicalAssistance: "Technical assistance", "Bantuan teknis";
    KindNetwork: "Network", "Jejaring";
    KindEvent: "Event", "Acara";

    // Focus areas.
    FocusCivicSocial: "Civic and social", "Kewargaan dan sosial";
    FocusHealthWellbeing: "Health and well-being", "Kesehatan dan kesejahteraan";
    FocusSafetySecurity: "Safety and security", "Keselamatan dan keamanan";
    FocusQualityEnvironment: "Quality environment", "Lingkungan berkualitas";
    FocusBuiltInfrastructure: "Built infrastructure", "Infrastruktur terbangun";
    FocusIndustryInnovation: "Industry and innovation", "Industri dan inovasi";

    // Member states.
    CountryBrn: "Brunei Darussalam", "Brunei Darussalam";
    CountryKhm: "Cambodia", "Kamboja";
    CountryIdn: "Indonesia", "Indonesia";
    CountryLao: "Laos", "Laos";
    CountryMys: "Malaysia", "Malaysia";
    CountryMmr: "Myanmar", "Myanmar";
    CountryPhl: "Philippines", "Filipina";
    CountrySgp: "Singapore", "Singapura";
    CountryTha: "Thailand", "Thailand";
    CountryTls: "Timor-Leste", "Timor-Leste";
    CountryVnm: "Viet Nam", "Vietnam";

    // Sentences and marks of charts; a part that is put between others brings its own spaces.
    GraphYear: "Year", "Tahun";
    GraphNoData: "No data", "Tidak ada data";
    GraphProjection: "Projection", "Proyeksi";
    GraphProjected: "projected ", "proyeksi ";
    GraphNewMethod: "new method", "metode baru";
    GraphHigherIsBetter: "higher is better", "makin tinggi makin baik";
    GraphLowerIsBetter: "lower is better", "makin rendah makin baik";
    GraphTo: " to ", " menjadi ";
    GraphAnd: " and ", " dan ";
    GraphBut: ", but ", ", tetapi ";
    GraphFrom: "from ", "dari ";
    GraphLowerBy: "lower by ", "turun ";
    GraphHigherBy: "higher by ", "naik ";
    GraphUnchanged: "the same as at the start", "sama dengan nilai awal";
    GraphRankUp: "up by ", "naik ";
    GraphRankDown: "down by ", "turun ";
    GraphPlace: " place", " peringkat";
    GraphPlaces: " places", " peringkat";
    GraphPercentagePoint: " percentage point", " poin persen";
    GraphPercentagePoints: " percentage points", " poin persen";
    GraphPoint: " point", " poin";
    GraphPoints: " points", " poin";
    GraphAccordingTo: " according to ", " menurut ";
    GraphDifferBefore: "For ", "Untuk ";
    GraphDifferAfter: " the sources differ: ", " sumber berbeda: ";
    GraphBreakBefore: "Values before ", "Nilai sebelum ";
    GraphBreakAfter: " were measured another way and do not compare.", " diukur dengan cara lain dan tidak dapat dibandingkan.";
    GraphSeries: " series, ", " deret data, ";
    GraphYearsTo: " to ", " sampai ";
    GraphInYear: "in ", "pada ";
    GraphPlanned: "planned", "direncanakan";
    GraphOngoing: "under way", "berjalan";
    GraphCompleted: "completed", "selesai";
    GraphUnknown: "status not given", "status tidak disebut";
    GraphProjectCounts: "Projects by status in the network’s reports", "Proyek menurut status dalam laporan jejaring";
    GraphComputed: "computed", "dihitung";
    GraphPlaceHead: "Place", "Tempat";
    GraphDifference: "Difference", "Selisih";
    GraphOnePlace: " place", " tempat";
    GraphManyPlaces: " places", " tempat";
    GraphOtherPlace: " other place", " tempat lain";
    GraphOtherPlaces: " other places", " tempat lain";
    GraphInGrey: " Behind, in grey: ", " Di belakang, abu-abu: ";
    GraphInOrder: " in place ", " di urutan ";
    GraphWith: " with ", " dengan ";
    GraphUp: " up", " naik";
    GraphDown: " down", " turun";
    GraphSame: " unchanged", " tetap";
    GraphNoDataFor: "; no data for ", "; tidak ada data untuk ";
    GraphNotInBoth: "Without a value in both years", "Tanpa nilai pada kedua tahun";
    GraphOnly: " only", " saja";
    GraphNoDifference: "measured in two ways, so no difference is given", "diukur dengan dua cara, jadi selisih tidak diberikan";
    GraphBaseBefore: " Computed from the published values: that of ", " Dihitung dari nilai yang diterbitkan: nilai ";
    GraphBaseAfter: " is 100, rounded to one decimal.", " menjadi 100, dibulatkan ke satu desimal.";
    GraphWithoutBase: " Not shown for want of a value in ", " Tidak ditampilkan karena tanpa nilai pada ";
    GraphOwnScales: " Each panel has its own scale.", " Tiap panel memakai skalanya sendiri.";
    GraphOfRegion: " The values describe the province or region around each city, not the city itself.", " Nilainya menggambarkan provinsi atau wilayah di sekitar tiap kota, bukan kota itu sendiri.";

    // Sentences and marks of maps; a part that is put between others brings its own spaces.
    MapProjected: " (projection)", " (proyeksi)";
    MapPlace: "Place", "Tempat";
    MapState: " state", " negara";
    MapStates: " states", " negara";
    MapCity: " city", " kota";
    MapCities: " cities", " kota";
    MapFrom: "from ", "dari ";
    MapTo: " to ", " sampai ";
    MapAnd: " and ", " dan ";
    MapNoData: "No data", "Tidak ada data";
    MapDifferBefore: " For ", " Untuk ";
    MapDifferAfter: " the sources differ and the map shows the first: ", " sumber berbeda dan peta menunjukkan yang pertama: ";
    MapAreaSays: "Area of the circle: ", "Luas lingkaran: ";

    // Topics of indicators.
    TopicPopulation: "Population", "Penduduk";
    TopicEconomy: "Economy", "Ekonomi";
    TopicLivingConditions: "Living conditions", "Kondisi hidup";
    TopicHealth: "Health", "Kesehatan";
    TopicDigital: "Digital life", "Kehidupan digital";
    TopicMobility: "Mobility", "Mobilitas";
    TopicEnvironment: "Environment and energy", "Lingkungan dan energi";
    TopicGovernance: "Governance", "Tata kelola";

    // Titles of sections.
    IndicatorsTitle: "Indicators", "Indikator";
    CompareTitle: "Compare cities", "Bandingkan kota";
    CountriesTitle: "Member states", "Negara anggota";
    DataTitle: "Download the data", "Unduh data";

    // The map that the reader moves.
    AtlasZoomIn: "Zoom in", "Perbesar";
    AtlasZoomOut: "Zoom out", "Perkecil";
    AtlasWhole: "Whole region", "Seluruh kawasan";
    AtlasHelp: "Move the map with two fingers and zoom with the buttons, or tap a city.", "Geser peta dengan dua jari, perbesar dengan tombol, atau ketuk sebuah kota.";
    AtlasToList: "Skip the map: to the list of these cities", "Lewati peta: ke daftar kota ini";
    AtlasInView: "Cities in view: {} of {}", "Kota yang terlihat: {} dari {}";
    AtlasSmallMap: "Where the city lies", "Letak kota";
    FailedFine: "Finer outlines could not be loaded; the map goes on with coarse ones.", "Garis batas yang lebih rinci tidak dapat dimuat; peta memakai garis kasar.";

    // Indicators: the list, a page, what can be taken away.
    IndicatorsListLead: "Every figure of the atlas: which places and years it covers, its newest value and who published it.", "Semua angka dalam atlas: tempat dan tahun yang dicakup, nilai terbaru, dan penerbitnya.";
    IndicatorsFind: "Name of an indicator", "Nama indikator";
    IndicatorsTopic: "Topic", "Topik";
    IndicatorsShown: "{} of {} indicators", "{} dari {} indikator";
    IndicatorsNoneFit: "No indicator fits these filters.", "Tidak ada indikator yang cocok dengan saringan ini.";
    FailedIndicators: "The list of indicators could not be loaded.", "Daftar indikator tidak dapat dimuat.";
    FailedIndicator: "This indicator’s data could not be loaded.", "Data indikator ini tidak dapat dimuat.";
    NotFoundIndicator: "There is no indicator “{}” in the atlas.", "Tidak ada indikator “{}” dalam atlas.";
    GoToIndicators: "See all indicators", "Lihat semua indikator";
    CoversCountryOne: "{} country", "{} negara";
    CoversCountries: "{} countries", "{} negara";
    CoversCityOne: "{} city", "{} kota";
    CoversCities: "{} cities", "{} kota";
    CoversRegions: "regions around {} cities", "wilayah di sekitar {} kota";
    ExploreKinds: "Kind of view", "Jenis tampilan";
    ExploreLine: "Lines", "Garis";
    ExploreTable: "Table", "Tabel";
    ExploreMap: "Map", "Peta";
    ExploreBars: "Ranking", "Peringkat";
    ExploreMultiples: "Small charts", "Grafik kecil";
    ExploreDifference: "Change", "Perubahan";
    ExplorePlaces: "Places: {} of {}", "Tempat: {} dari {}";
    ExploreFindPlace: "Find a place", "Cari tempat";
    ExploreDefault: "Suggested", "Disarankan";
    ExploreAll: "All", "Semua";
    ExploreMost: "At most {} places can be chosen one by one.", "Paling banyak {} tempat dapat dipilih satu per satu.";
    ExploreFrom: "From", "Dari";
    ExploreTo: "To", "Sampai";
    ExplorePlay: "Play", "Putar";
    ExplorePause: "Pause", "Jeda";
    ExploreNextYear: "Next year", "Tahun berikutnya";
    ExploreLog: "Logarithmic scale", "Skala logaritmik";
    ExploreRelative: "First year = 100", "Tahun pertama = 100";
    ExploreValues: "Values in {}", "Nilai tahun {}";
    ExploreSort: "Sort by {}", "Urutkan menurut {}";
    ExploreCopyTable: "Copy table", "Salin tabel";
    ExploreReadHint: "Tap or point at the chart to read a value, or use the arrow keys. A click, a second tap or Enter keeps the value below the chart.", "Ketuk atau tunjuk grafik untuk membaca nilai, atau pakai tombol panah. Klik, ketukan kedua, atau Enter menyimpan nilai di bawah grafik.";
    ExploreNotes: "What to keep in mind", "Yang perlu diperhatikan";
    ExploreProjections: "Values from {} on are projections.", "Nilai mulai {} adalah proyeksi.";
    ExploreBreak: "Values before {} were measured another way and do not compare.", "Nilai sebelum {} diukur dengan cara lain dan tidak dapat dibandingkan.";
    ExploreOwnWords: "What cities say of their own figures", "Keterangan kota tentang angkanya sendiri";
    ExploreOtherPlace: "Without a mark on the map, because it is no city of the network: {}.", "Tanpa tanda di peta karena bukan kota anggota jejaring: {}.";
    ExplorePlacesTitle: "Places with figures", "Tempat yang memiliki angka";
    TakeTitle: "Download and share", "Unduh dan bagikan";
    TakeLead: "The view above, with its sources. Made in your browser; works without a connection.", "Tampilan di atas beserta sumbernya. Dibuat di peramban Anda; berfungsi tanpa internet.";
    TakeSave: "Save", "Simpan";
    TakeCsv: "Values (CSV)", "Nilai (CSV)";
    TakeJson: "Values (JSON)", "Nilai (JSON)";
    TakeSvg: "Picture (SVG)", "Gambar (SVG)";
    TakePng: "Picture (PNG)", "Gambar (PNG)";
    TakeCopy: "Copy", "Salin";
    TakeCitation: "Citation", "Kutipan";
    TakeBibtex: "BibTeX", "BibTeX";
    TakeLink: "Link to this view", "Tautan tampilan ini";
    TakeShare: "Share…", "Bagikan…";
    TakeSaved: "Saved: {}", "Tersimpan: {}";
    TakeSaveFailed: "The browser did not allow the file to be saved.", "Peramban tidak mengizinkan berkas disimpan.";
    TakePngFailed: "The browser did not allow the picture to be drawn. The SVG holds the same picture.", "Peramban tidak mengizinkan gambar dibuat. SVG memuat gambar yang sama.";
    TakeCopied: "Copied: {}", "Disalin: {}";
    TakeCopyFailed: "The browser did not allow copying. Copy the text below by hand.", "Peramban tidak mengizinkan penyalinan. Salin sendiri teks di bawah ini.";
    TakeStatic: "A ready picture at an address that stays (SVG)", "Gambar siap pakai di alamat yang tetap (SVG)";
    TakeText: "Text to copy", "Teks untuk disalin";
    ChartExplore: "Compare and download these figures", "Bandingkan dan unduh angka ini";

    // Places: comparison, member states, the data set.
    NavCompare: "Compare", "Bandingkan";
    NavCountries: "Countries", "Negara";
    CompareLead: "Two to six cities side by side: what they are, what they promised, and every figure that they share, each with its sources.", "Dua sampai enam kota berdampingan: profilnya, rencananya, dan semua angka yang sama-sama dimiliki, masing-masing dengan sumbernya.";
    ComparePick: "Pick cities", "Pilih kota";
    ComparePicked: "Picked: {} (at most {} cities)", "Dipilih: {} (paling banyak {} kota)";
    CompareAdd: "Add a city", "Tambah kota";
    CompareAddButton: "Add", "Tambah";
    CompareAll: "Pick from all cities", "Pilih dari semua kota";
    CompareFound: "Cities that fit: {}. Enter adds {}.", "Kota yang cocok: {}. Enter menambahkan {}.";
    CitiesNoneNamed: "No city of the network fits “{}”.", "Tidak ada kota anggota yang cocok dengan “{}”.";
    CompareRemove: "Remove {}", "Hapus {}";
    CompareAdded: "{} added", "{} ditambahkan";
    CompareRemoved: "{} removed", "{} dihapus";
    CompareFull: "Six cities are the most. Remove one to add another.", "Paling banyak enam kota. Hapus satu untuk menambah yang lain.";
    CompareSkipped: "Not in the network and left out: {}.", "Bukan anggota jejaring dan dilewati: {}.";
    CompareOne: "Add at least one more city to compare.", "Tambahkan sedikitnya satu kota lagi untuk membandingkan.";
    CompareNothing: "Type a name above, pick from the list, or start with one of these.", "Ketik nama di atas, pilih dari daftar, atau mulai dengan salah satu contoh ini.";
    CompareExamples: "Start here", "Mulai dari sini";
    CitiesOf: "Cities of {}", "Kota di {}";
    CitiesJoined: "Joined in {}", "Bergabung pada {}";
    CompareByStatus: "Projects by status", "Proyek menurut status";
    CompareAllProjects: "All projects", "Semua proyek";
    CompareByFocus: "Projects by focus area", "Proyek menurut bidang fokus";
    CompareProjectsNote: "Projects as listed on each city's page, with their sources there. A project with several focus areas counts in each. How many there are depends on what each city published.", "Proyek seperti tercantum di halaman tiap kota, dengan sumbernya di sana. Proyek dengan beberapa bidang fokus dihitung di tiap bidang. Jumlahnya bergantung pada apa yang diterbitkan tiap kota.";
    CompareShared: "Figures side by side", "Angka berdampingan";
    CompareSharedLead: "Every indicator for which at least two of these cities have figures. Sources that disagree about a city are separate lines in its colour, told apart by the shape of their points.", "Semua indikator yang angkanya dimiliki sedikitnya dua kota ini. Sumber yang berbeda tentang satu kota ditampilkan sebagai garis terpisah dengan warna kota itu, dibedakan oleh bentuk titiknya.";
    CompareNoneShared: "No source that we read gives the same indicator for two of these cities.", "Tidak ada sumber yang kami baca memberi indikator yang sama untuk dua kota ini.";
    CompareRegionLead: "These figures describe the province or region around each city, not the city itself.", "Angka ini menggambarkan provinsi atau wilayah di sekitar tiap kota, bukan kotanya sendiri.";
    CompareUnknownFor: "Unknown for {}: no source that we read gives this figure.", "Tidak diketahui untuk {}: tidak ada sumber yang kami baca memberi angka ini.";
    CompareOwnName: "{} calls it: {}.", "Sebutan di {}: {}.";
    CompareThis: "Compare {} with other cities", "Bandingkan {} dengan kota lain";
    CompareThese: "Compare these {} cities", "Bandingkan {} kota ini";
    CompareFirst: "Compare the first {} of them", "Bandingkan {} kota pertama";
    FailedOneCity: "The data of {} could not be loaded.", "Data {} tidak dapat dimuat.";
    FailedAsean: "What the member states have in common could not be loaded.", "Data bersama negara anggota tidak dapat dimuat.";
    CountriesLead: "The member states of ASEAN with their cities in the network, who represents them, and where they stand among each other.", "Negara anggota ASEAN dengan kota-kotanya dalam jejaring, siapa yang mewakilinya, dan posisinya di antara negara lain.";
    CitiesOne: "{} city", "{} kota";
    CitiesMany: "{} cities", "{} kota";
    ChairsTitle: "Who chaired the network", "Siapa yang mengetuai jejaring";
    ShepherdsTitle: "Shepherds", "Pendamping jejaring (Shepherd)";
    ShepherdsLead: "The Shepherd is the state that looks after the network's continuity between chairs.", "Shepherd adalah negara yang menjaga kesinambungan jejaring antar ketua.";
    RoleShepherd: "Shepherd of the network", "Pendamping jejaring (Shepherd)";
    NotSoFar: "not so far, by the sources that we read", "belum pernah, menurut sumber yang kami baca";
    StateLead: "The cities of {} in the network, who speaks for the country, and its figures among the member states.", "Kota-kota {} dalam jejaring, siapa yang mewakili negara, dan angkanya di antara negara anggota.";
    StateInDirectory: "On the map and with filters", "Di peta dan dengan saringan";
    StateOffices: "Who represents the country", "Siapa yang mewakili negara ini";
    StateFigures: "Figures beside those of the other member states", "Angka dibandingkan negara anggota lain";
    StateFiguresLead: "On each line every member state is a dot, from the lowest value at the left to the highest at the right. This one is the large dot; the upright stroke is the middle value (median). Open a row for its chart, table and sources.", "Pada tiap garis, setiap negara anggota adalah sebuah titik, dari nilai terendah di kiri sampai tertinggi di kanan. Negara ini titik yang besar; garis tegak menandai nilai tengah (median). Buka satu baris untuk grafik, tabel, dan sumbernya.";
    AllStates: "All states in one chart", "Semua negara dalam satu grafik";
    GoToState: "{} beside the other member states", "{} dibandingkan negara anggota lain";
    SourcesOfAsean: "Sources of the comparison with ASEAN", "Sumber perbandingan dengan ASEAN";
    SourcesOfRanges: "The list holds the sources of every member state's values.", "Daftar ini memuat sumber nilai semua negara anggota.";
    RangeOwn: "In {}: {}", "Pada {}: {}";
    RangeRank: "place {} of {} from the highest", "urutan {} dari {} dari yang tertinggi";
    RangeNone: "In {}: unknown for {}", "Pada {}: tidak diketahui untuk {}";
    RangeLowest: ". Lowest {} ({})", ". Terendah {} ({})";
    RangeMedian: ", median {}", ", median {}";
    RangeHighest: ", highest {} ({}).", ", tertinggi {} ({}).";
    DataLead: "The whole data set of this atlas as files: to read, to check and to use, each fact with its sources.", "Seluruh set data atlas ini sebagai berkas: untuk dibaca, diperiksa, dan dipakai, setiap fakta dengan sumbernya.";
    DataHolds: "What it holds", "Isinya";
    DataCities: "cities", "kota";
    DataProjects: "projects", "proyek";
    DataIndicators: "indicators that compare many places", "indikator yang membandingkan banyak tempat";
    DataSeries: "series", "deret data";
    DataPoints: "values", "nilai";
    DataPrograms: "partner programmes", "program mitra";
    DataMilestones: "milestones", "tonggak";
    DataReports: "reports of the network", "laporan jejaring";
    DataChanges: "Changes by date", "Perubahan menurut tanggal";
    DataDownload: "Download", "Unduh";
    DataArchive: "Everything in one file (ZIP)", "Semuanya dalam satu berkas (ZIP)";
    DataArchiveAbout: "tables (CSV), JSON, schemas, sources", "tabel (CSV), JSON, skema, sumber";
    DataPackage: "Description of all files (Frictionless Data Package)", "Uraian semua berkas (Frictionless Data Package)";
    DataSources: "Every source and what it supports (JSON)", "Semua sumber dan apa yang didukungnya (JSON)";
    DataSchemas: "What every file is checked against (JSON Schema):", "Acuan pemeriksaan setiap berkas (JSON Schema):";
    DataAllFiles: "Every file", "Semua berkas";
    DataStay: "These addresses stay as they are; other sites may link to them.", "Alamat-alamat ini tetap; situs lain boleh menautkannya.";
    DataLicences: "Licences", "Lisensi";
    DataOwn: "Arrangement, descriptions and translations: CC BY 4.0, with the words “ASCN Atlas”. Figures: the terms of each source.", "Susunan, uraian, dan terjemahan: CC BY 4.0, dengan kata “ASCN Atlas”. Angka: ketentuan tiap sumber.";
    DataUnlicensed: "Of {} sources, {} state no licence; single facts from them are quoted with attribution. Whoever takes over more should ask the publisher.", "Dari {} sumber, {} tidak menyebutkan lisensi; fakta tunggal darinya dikutip dengan menyebut sumber. Siapa pun yang mengambil lebih banyak sebaiknya bertanya kepada penerbitnya.";
    DataStated: "What the others state", "Yang disebutkan sumber lain";
    DataListSources: "Show the list of sources", "Tampilkan daftar sumber";
    DataFindSource: "Title, publisher or file", "Judul, penerbit, atau berkas";
    DataSourcesShown: "{} of {} sources shown", "{} dari {} sumber ditampilkan";
    DataMore: "Show more", "Tampilkan lebih banyak";
    DataSupports: "Supports: ", "Mendukung: ";
    DataFactsOne: "{} fact", "{} fakta";
    DataFactsMany: "{} facts", "{} fakta";
    DataCite: "How to cite", "Cara mengutip";
    DataCiteLead: "Name the source of each figure as well: it stands beside the figure, in every table and in every file.", "Sebutkan juga sumber tiap angka: ada di samping angkanya, di tiap tabel, dan di tiap berkas.";
    DataSetTitle: "ASCN Atlas: data on the ASEAN Smart Cities Network", "ASCN Atlas: data tentang ASEAN Smart Cities Network";
    DataVersion: "data as of {}", "data per {}";
    FailedData: "This list of the data set could not be loaded.", "Daftar set data ini tidak dapat dimuat.";

    // Partner programmes: their list, timeline and pages.
    ProgramsTitle: "Partner programmes", "Program mitra";
    ProgramsAllLead: "What partners do with the cities of the network, and when: every programme that we read of, with its milestones. Each has a page with its sources.", "Apa yang dilakukan mitra bersama kota anggota jejaring, dan kapan: semua program yang kami baca, dengan tonggaknya. Tiap program memiliki halaman dengan sumbernya.";
    ProgramsFind: "Name, partner or city", "Nama, mitra, atau kota";
    ProgramsPartner: "Partner", "Mitra";
    ProgramsKind: "Kind", "Jenis";
    ProgramsCity: "City", "Kota";
    ProgramsRunning: "Running now, or no end stated", "Sedang berjalan, atau akhirnya tidak disebut";
    ProgramsLanes: "Timeline by", "Lini masa menurut";
    ProgramsShown: "{} of {} programmes", "{} dari {} program";
    ProgramsNoneFit: "No programme fits these filters.", "Tidak ada program yang cocok dengan saringan ini.";
    ProgramsList: "Programmes, the newest first", "Program, yang terbaru lebih dulu";
    ProgramsTimeline: "Timeline of the programmes", "Lini masa program";
    ProgramsShowTimeline: "Show the timeline", "Tampilkan lini masa";
    ProgramsShowList: "Show the list", "Tampilkan daftar";
    ProgramsNoCity: "No city named", "Tanpa nama kota";
    ProgramsNoCountry: "No country named", "Tanpa nama negara";
    ProgramsOutside: "{} (outside the network)", "{} (di luar jejaring)";
    ProgramsOne: "{} programme", "{} program";
    ProgramsMany: "{} programmes", "{} program";
    FailedPrograms: "The list of programmes could not be loaded.", "Daftar program tidak dapat dimuat.";
    FailedProgram: "This programme could not be loaded.", "Program ini tidak dapat dimuat.";
    FailedPartner: "This partner’s programmes could not be loaded.", "Program mitra ini tidak dapat dimuat.";
    NotFoundProgram: "There is no programme “{}” in the atlas.", "Tidak ada program “{}” dalam atlas.";
    NotFoundPartner: "There is no partner “{}” in the atlas.", "Tidak ada mitra “{}” dalam atlas.";
    GoToPrograms: "See all programmes", "Lihat semua program";
    ProgramPage: "More about this programme", "Selengkapnya tentang program ini";
    ProgramPeriod: "Period", "Periode";
    ProgramNoEnd: "No source that we read says when it ends or ended.", "Tidak ada sumber yang kami baca menyebut kapan berakhirnya.";
    ProgramAmount: "Amount", "Jumlah dana";
    ProgramAmountNote: "As stated by the sources, not converted. The programme began: {}.", "Menurut sumber, tanpa konversi. Program dimulai: {}.";
    ProgramCountries: "Countries", "Negara";
    ProgramCities: "Cities", "Kota";
    ProgramNoCities: "No source that we read names a city.", "Tidak ada sumber yang kami baca menyebut nama kota.";
    ProgramNoMilestones: "No dated step is known.", "Belum ada langkah bertanggal yang diketahui.";
    ProgramTimeline: "The programme over time", "Program dari waktu ke waktu";
    ProgramsRelated: "Related programmes", "Program terkait";
    RelatedPartner: "same partner", "mitra sama";
    RelatedCities: "also in {}", "juga di {}";
    RelatedFocus: "same focus: {}", "fokus sama: {}";
    PartnerHeading: "{} as a partner", "{} sebagai mitra";
    PartnerLead: "What {} does with the cities of the network, by the sources that we read: which programmes, where, and when.", "Apa yang dilakukan {} bersama kota anggota jejaring, menurut sumber yang kami baca: program apa, di mana, dan kapan.";
    PartnerTotals: "At a glance", "Sekilas";
    PartnerAmounts: "Amounts stated", "Jumlah dana yang disebut";
    PartnerAmountsNote: "Each as its source states it. They are not added up: they belong to different years and may overlap.", "Masing-masing menurut sumbernya. Tidak dijumlahkan: tahunnya berbeda dan bisa tumpang tindih.";
    PartnerNoAmounts: "No source that we read states an amount.", "Tidak ada sumber yang kami baca menyebut jumlah dana.";
    PartnerOnTimeline: "On the timeline of all partners", "Di lini masa semua mitra";
    PartnerPrograms: "Its programmes", "Programnya";
    TimelineHelp: "Drag to move, pinch to change the scale. With a keyboard: arrow keys move through time, + and − change the scale, Home shows everything. With a mouse: hold Ctrl and turn the wheel.", "Geser untuk berpindah, cubit untuk mengubah skala. Dengan papan ketik: tombol panah berpindah waktu, + dan − mengubah skala, Home menampilkan semuanya. Dengan tetikus: tahan Ctrl dan putar rodanya.";
    TimelineSkip: "Skip the timeline", "Lewati lini masa";
    TimelineEarlier: "Earlier", "Lebih awal";
    TimelineLater: "Later", "Lebih akhir";
    TimelineIn: "Zoom in", "Perbesar";
    TimelineOut: "Zoom out", "Perkecil";
    TimelineWhole: "Show everything", "Tampilkan semua";
    TimelineToday: "today", "hari ini";
    TimelineInSight: "In sight: {} to {}", "Terlihat: {} hingga {}";
    TimelineReadout: "Tap a bar, point at it, or move to it with Tab, to read it here.", "Ketuk atau tunjuk sebuah batang, atau pindah dengan Tab, untuk membacanya di sini.";
    TimelineSoft: "Pale: within this year or month, the day is not known", "Pucat: dalam tahun atau bulan ini, harinya tidak diketahui";
    TimelineOpen: "Broken end: no end stated", "Ujung terputus: akhirnya tidak disebut";
    TimelineMark: "Milestone; hollow: day not known", "Tonggak; kosong: harinya tidak diketahui";

    // Projects.
    ProjectsTitle: "Projects", "Proyek";
    ProjectsListLead: "Every project and innovation of the cities of the network that a source names: how far it is and as of when, what it is about, and how the network’s own reports count.", "Semua proyek dan inovasi kota anggota yang disebut suatu sumber: sampai di mana dan per kapan, tentang apa, dan bagaimana laporan jejaring menghitungnya.";
    ProjectsAll: "All projects", "Semua proyek";
    ProjectsCounts: "How many, and how far", "Berapa banyak, dan sampai di mana";
    ProjectsCountsLead: "Each number leads to its list.", "Tiap angka mengarah ke daftarnya.";
    ProjectsByFocus: "By focus area and status", "Menurut bidang fokus dan status";
    ProjectsByFocusNote: "A project with several focus areas counts in each; {} projects have more than one. So the areas add up to more than all projects.", "Proyek dengan beberapa bidang fokus dihitung di tiap bidang; {} proyek memiliki lebih dari satu. Karena itu jumlah semua bidang melebihi jumlah proyek.";
    ProjectsByCountry: "By country and status", "Menurut negara dan status";
    ProjectsByCountryNote: "How many there are depends on what each city published, not only on what it does.", "Jumlahnya bergantung pada apa yang diterbitkan tiap kota, bukan hanya pada apa yang dikerjakannya.";
    ProjectsList: "The list", "Daftar proyek";
    ProjectsFind: "Name of a project, city or country", "Nama proyek, kota, atau negara";
    ProjectsStatus: "Status", "Status";
    ProjectsCity: "City", "Kota";
    ProjectsKind: "Kind", "Jenis";
    ProjectsNamed: "Named in the network’s reports", "Disebut dalam laporan jejaring";
    ProjectsNamedYes: "Yes", "Ya";
    ProjectsNamedNo: "No", "Tidak";
    ProjectsSortCity: "Country and city", "Negara dan kota";
    ProjectsSortNewest: "Newest statement first", "Keterangan terbaru dulu";
    ProjectsShown: "{} of {} projects", "{} dari {} proyek";
    ProjectsNoneFit: "No project fits these filters.", "Tidak ada proyek yang cocok dengan saringan ini.";
    ProjectKindScap: "Priority project of the action plan", "Proyek prioritas rencana aksi";
    ProjectKindInnovation: "Other project or innovation", "Proyek atau inovasi lain";
    ProjectCityOwn: "not named in the network’s reports", "tidak disebut laporan jejaring";
    FailedProjects: "The list of projects could not be loaded.", "Daftar proyek tidak dapat dimuat.";
    FailedProjectReports: "What the network’s reports count could not be loaded.", "Hitungan laporan jejaring tidak dapat dimuat.";
    FailedProject: "This project’s data could not be loaded.", "Data proyek ini tidak dapat dimuat.";
    ReportsTitle: "What the network’s reports count", "Hitungan laporan jejaring";
    ReportsLead: "Each year’s monitoring report counts the projects of the cities that were members then. More cities joined from year to year, so more projects do not mean more in each city.", "Laporan pemantauan tiap tahun menghitung proyek kota yang saat itu menjadi anggota. Kota bertambah dari tahun ke tahun, jadi bertambahnya proyek tidak berarti bertambah di tiap kota.";
    ReportsByFocus: "Projects by focus area in the network’s reports", "Proyek menurut bidang fokus dalam laporan jejaring";
    ReportsByFocusNote: "In the reports every project has one focus area.", "Dalam laporan, tiap proyek memiliki satu bidang fokus.";
    ReportsByCountry: "Projects by country in the network’s reports", "Proyek menurut negara dalam laporan jejaring";
    ReportsByCountryNote: "No report counts a project of: {}.", "Tidak ada laporan yang menghitung proyek di: {}.";
    ReportsByCountryYears: "All years stand in the table “Projects by country and report” below.", "Semua tahun ada di tabel “Proyek menurut negara dan laporan” di bawah.";
    ReportsCountries: "Projects by country and report", "Proyek menurut negara dan laporan";
    ReportsTotalOnly: "Of 2021 the sources give the total only.", "Untuk 2021 sumber hanya memberi jumlah seluruhnya.";
    ReportsShares: "Shares as the reports print them", "Persentase sebagaimana dicetak laporan";
    ReportsSharesLead: "In each field: the percentage that the report prints and the count beside it. Where the count gives another percentage, that one is added.", "Dalam tiap kotak: persentase yang dicetak laporan dan hitungannya. Bila hitungan memberi persentase lain, persentase itu ditambahkan.";
    ReportsSum: "Sum", "Jumlah";
    ReportsCountOf: "{} of {}", "{} dari {}";
    ReportsGives: "gives {}", "memberi {}";
    DifferTitle: "Where our list and the report of {} differ", "Perbedaan daftar kami dan laporan {}";
    DifferLead: "A report counts what it lists for its year. Our list also keeps projects that only an earlier report or an action plan names, so it is mostly longer.", "Laporan menghitung apa yang dicantumkannya untuk tahun itu. Daftar kami juga menyimpan proyek yang hanya disebut laporan terdahulu atau rencana aksi, jadi umumnya lebih panjang.";
    DifferReport: "Report of {}", "Laporan {}";
    DifferNamed: "Our list, named by the network", "Daftar kami, disebut jejaring";
    DifferListed: "Our whole list", "Seluruh daftar kami";
    DifferCities: "Cities with different numbers", "Kota dengan jumlah berbeda";
    DifferNotListed: "not listed", "tidak dicantumkan";
    DifferSame: "For the other cities both give the same number.", "Untuk kota lain keduanya memberi jumlah yang sama.";
    NotFoundProject: "There is no project “{}” of this city in the atlas.", "Tidak ada proyek “{}” dari kota ini dalam atlas.";
    GoToProjects: "See all projects", "Lihat semua proyek";
    ProjectNamed: "In the network’s reports", "Dalam laporan jejaring";
    ProjectNamedYes: "A report or action plan of the network names it.", "Disebut dalam laporan atau rencana aksi jejaring.";
    ProjectWhat: "What it is", "Apa ini";
    ProjectSilent: "No source that we read says anything of: {}.", "Tidak ada sumber yang kami baca menyebut: {}.";
    ProjectOthers: "Other projects of {}", "Proyek lain di {}";
    ProjectNoOthers: "No source that we read names another project of this city.", "Tidak ada sumber yang kami baca menyebut proyek lain di kota ini.";
    ProjectRelated: "The same focus in other cities", "Fokus yang sama di kota lain";
    ProjectRelatedLead: "Chosen by rule, one of each city: projects that share most focus areas come first, then those of the same country, then those with the newest statement.", "Dipilih menurut aturan, satu dari tiap kota: yang paling banyak berbagi bidang fokus lebih dulu, lalu yang senegara, lalu yang keterangannya terbaru.";
    ProjectRelatedAll: "All projects in this focus area: {}", "Semua proyek di bidang fokus ini: {}";
    ProjectPrograms: "Partner programmes that name {}", "Program mitra yang menyebut {}";
    ProjectProgramsLead: "They name the city; that does not mean that they support this project.", "Program ini menyebut kotanya; itu tidak berarti mendukung proyek ini.";
    ProjectCityPage: "Profile of {}", "Profil {}";

    // The network, its meetings and documents, and what the atlas is.
    NetworkTitle: "The ASEAN Smart Cities Network", "Jejaring kota cerdas ASEAN (ASCN)";
    DocumentsTitle: "Documents", "Dokumen";
    AboutTitle: "About the atlas", "Tentang atlas";
    NetworkLead: "What the ASEAN Smart Cities Network is, who belongs to it, who speaks for it, and what its meetings decided, from the first in 2018 on.", "Apa itu ASEAN Smart Cities Network, siapa anggotanya, siapa yang mewakilinya, dan apa yang diputuskan sidang-sidangnya sejak yang pertama pada 2018.";
    FailedNetwork: "The data on the network could not be loaded.", "Data jejaring tidak dapat dimuat.";
    NetworkWhat: "What it is", "Apa itu jejaring";
    NetworkAims: "What it is for", "Tujuannya";
    NetworkMembersNow: "member cities, {}", "kota anggota, {}";
    NetworkCountriesNow: "countries", "negara";
    NetworkChairNow: "chair in {}", "ketua tahun {}";
    NetworkShepherdNow: "Shepherd, {}", "pendamping (Shepherd), {}";
    NetworkFramework: "The framework", "Kerangka Kota Cerdas";
    NetworkTerms: "Terms of Reference", "Kerangka Acuan";
    FrameworkEndorsed: "Endorsed by the network", "Disahkan jejaring";
    FrameworkAdopted: "Adopted by the leaders", "Ditetapkan para pemimpin";
    FrameworkBinding: "Binding", "Mengikat";
    FrameworkVoluntary: "no, it is a voluntary guide", "tidak, berupa panduan sukarela";
    FrameworkIsBinding: "yes", "ya";
    FrameworkPartnerships: "Partnerships announced in 2018", "Kemitraan yang diumumkan pada 2018";
    FrameworkOutcomes: "What cities should reach", "Yang hendak dicapai kota";
    FrameworkSystems: "What a city plans and governs with", "Cara kota direncanakan dan dikelola";
    FrameworkEnablers: "What makes it possible", "Pendorongnya";
    NetworkFocus: "Focus areas", "Bidang fokus";
    NetworkFocusLead: "Each project of the network belongs to one or more of six areas.", "Setiap proyek jejaring termasuk dalam satu atau lebih dari enam bidang.";
    FocusProjects: "Projects: {}", "Proyek: {}";
    TermsAdopted: "Adopted by the network", "Ditetapkan jejaring";
    TermsNoted: "Noted by the leaders", "Dicatat para pemimpin";
    NetworkMembers: "Member cities by year", "Kota anggota menurut tahun";
    MembersChart: "Member cities at the end of each year", "Kota anggota pada akhir tiap tahun";
    MembersBefore: "members before", "sudah anggota";
    MembersJoined: "joined in the year", "bergabung tahun itu";
    MembersCounted: "Counted from the year in which each city joined; {} up to the date of the data.", "Dihitung dari tahun bergabungnya tiap kota; {} hingga tanggal data.";
    MembersYear: "Year", "Tahun";
    MembersOf: "Members", "Anggota";
    MembersNew: "Cities that joined", "Kota yang bergabung";
    NetworkPeople: "Who speaks for countries and cities", "Wakil negara dan kota";
    NetworkPeopleLead: "Each country has a National Representative, each city a Chief Smart City Officer (CSCO). Named here is the newest that we read; nothing is said of the time before or after the date.", "Setiap negara punya wakil (National Representative), setiap kota punya penanggung jawab (Chief Smart City Officer, CSCO). Yang disebut di sini adalah yang terbaru yang kami baca; tidak ada yang dinyatakan tentang masa sebelum atau sesudah tanggalnya.";
    NetworkOfficers: "Officers of its cities ({})", "Penanggung jawab tiap kota ({})";
    NetworkOffices: "Chairs and Shepherds", "Ketua dan pendamping (Shepherd)";
    NetworkMeetings: "Annual meetings", "Sidang tahunan";
    NetworkDecided: "Decided", "Diputuskan";
    NetworkNoDecision: "The sources that we read name no decision of this meeting.", "Sumber yang kami baca tidak menyebut keputusan sidang ini.";
    NetworkTopics: "The topics of the talks", "Topik diskusi";
    NetworkTimeline: "Milestones", "Tonggak";
    NetworkMore: "Read on", "Baca juga";
    NetworkToDocuments: "Framework, action plans, reports and statements of the network", "Kerangka, rencana aksi, laporan, dan pernyataan jejaring";
    NetworkToAbout: "How this atlas was made and is corrected", "Bagaimana atlas ini dibuat dan diperbaiki";
    NetworkToMore: "Meetings, chairs and members of the network", "Sidang, ketua, dan anggota jejaring";
    StepAppointment: "Appointment", "Penunjukan";
    StepDeclaration: "Declaration", "Pernyataan";
    StepMeeting: "Meeting", "Pertemuan";
    StepReport: "Report", "Laporan";
    StepSummit: "Summit of leaders", "KTT";
    StepWorkshop: "Workshop", "Lokakarya";
    NotFoundMeeting: "There is no milestone “{}” in the network.", "Tidak ada tonggak “{}” dalam jejaring.";
    GoToNetwork: "See the network", "Lihat jejaring";
    FailedMeeting: "This milestone could not be loaded.", "Tonggak ini tidak dapat dimuat.";
    MeetingDate: "Date", "Tanggal";
    MeetingPlace: "Place", "Tempat";
    MeetingKind: "Kind", "Jenis";
    MeetingCountry: "Country", "Negara";
    MeetingCities: "Cities", "Kota";
    MeetingPartOf: "At", "Pada";
    MeetingBefore: "Before: {}", "Sebelumnya: {}";
    MeetingAfter: "Next: {}", "Berikutnya: {}";
    MeetingOthers: "Before and after", "Sebelum dan sesudahnya";
    MeetingHappened: "What happened", "Yang terjadi";
    RecordDelegation: "The delegation of {}", "Delegasi {}";
    RecordWith: "With the head of the delegation came", "Ketua delegasi didampingi";
    RecordPresented: "What each city presented", "Yang dipaparkan tiap kota";
    RecordPresentedLead: "Figures are read from the data of each city; a link leads to their chart.", "Angka dibaca dari data tiap kota; tautan menuju grafiknya.";
    RecordAsPresented: "{}, as presented", "{}, seperti dipaparkan";
    RecordSame: "The same value for {} stands in: {}", "Nilai yang sama untuk {} ada dalam: {}";
    RecordDiffers: "Sources disagree for {}: another source says otherwise. Neither is corrected here.", "Sumber berbeda untuk {}: sumber lain menyebut angka lain. Di sini tidak ada yang dikoreksi.";
    RecordToChart: "All years and sources in the chart", "Semua tahun dan sumber dalam grafik";
    RecordToProject: "The project: {}", "Proyeknya: {}";
    RecordLookingBack: "The chair year summed up", "Rangkuman tahun keketuaan";
    RecordPartners: "Work with partners", "Kerja sama dengan mitra";
    RecordThen: "The network at the time", "Jejaring waktu itu";
    RecordThenCities: "{} pilot cities in {} member states of ASEAN.", "{} kota percontohan di {} negara anggota ASEAN.";
    RecordThenOwn: "Of them {} in {}:", "{} di antaranya di {}:";
    RecordSupport: "What partners give", "Dukungan mitra";
    RecordClosing: "Closing", "Penutup";
    DocumentsLead: "The texts on which the network rests, its plans, reports and statements: who published each and when, and how many facts of this site name it as their source.", "Naskah yang menjadi dasar jejaring, rencana, laporan, dan pernyataannya: siapa dan kapan menerbitkannya, serta berapa fakta di situs ini yang menyebutnya sebagai sumber.";
    FailedDocuments: "The list of documents could not be loaded.", "Daftar dokumen tidak dapat dimuat.";
    DocumentsFounding: "Founding texts", "Naskah pendirian";
    DocumentsActionPlan: "Action plans of the cities", "Rencana aksi kota";
    DocumentsReport: "Reports", "Laporan";
    DocumentsStatement: "Statements of leaders", "Pernyataan para pemimpin";
    DocumentsList: "Lists", "Daftar";
    DocumentSupportsOne: "Supports {} fact of this site", "Mendukung {} fakta di situs ini";
    DocumentSupports: "Supports {} facts of this site", "Mendukung {} fakta di situs ini";
    DocumentsToSources: "Every source of the data set, with its terms", "Semua sumber set data, dengan ketentuannya";
    AboutLead: "What this atlas is, where its facts come from, what it does not know, and how to correct it.", "Apa atlas ini, dari mana faktanya, apa yang tidak diketahuinya, dan bagaimana memperbaikinya.";
    AboutWhat: "What this is", "Apa itu atlas ini";
    AboutWhatText: "ASCN Atlas gathers in one place what is otherwise spread over reports, news and tables: what the cities of the ASEAN Smart Cities Network planned, what became of it, who leads it, which partners help, and which figures moved.", "ASCN Atlas mengumpulkan di satu tempat hal-hal yang biasanya tersebar di laporan, berita, dan tabel: apa yang direncanakan kota-kota ASEAN Smart Cities Network, bagaimana hasilnya, siapa yang memimpin, mitra mana yang membantu, dan angka mana yang berubah.";
    AboutNotOfficial: "It is an open project, not a site of ASEAN, of a government or of a city, and does not speak for them.", "Atlas ini proyek terbuka, bukan situs resmi ASEAN, pemerintah, atau kota, dan tidak berbicara atas nama mereka.";
    AboutGathered: "How the data was gathered", "Bagaimana data dikumpulkan";
    AboutGatheredText: "Every fact was read in a named source: reports of the network, statistical offices, international compilations, ministries, cities and news. The source stands beside the fact with title, publisher, date and address, and goes along into every table and file.", "Setiap fakta dibaca dalam sumber yang disebut namanya: laporan jejaring, badan statistik, himpunan data internasional, kementerian, kota, dan berita. Sumbernya ada di samping fakta dengan judul, penerbit, tanggal, dan alamat, serta ikut dalam setiap tabel dan berkas.";
    AboutGatheredOwn: "Figures keep the digits that were published. Texts are our own short words in both languages. Nothing is filled in between two values, and dates are as precise as the source gives them.", "Angka memakai digit yang diterbitkan. Teks adalah kalimat singkat kami sendiri dalam dua bahasa. Tidak ada nilai yang diisi di antara dua nilai, dan tanggal setepat yang diberikan sumbernya.";
    AboutChecked: "A program checks the files before each publication: a figure without a source, a broken sum or a text in one language only does not get through.", "Sebuah program memeriksa berkas sebelum setiap penerbitan: angka tanpa sumber, jumlah yang tidak cocok, atau teks dalam satu bahasa saja tidak lolos.";
    AboutUnknown: "Unknown, unverified, disputed", "Tidak diketahui, belum diperiksa, diperselisihkan";
    AboutUnknownTerm: "Unknown", "Tidak diketahui";
    AboutUnknownText: "No source that we read says it. It does not mean that there is none, or that the value is zero.", "Tidak ada sumber yang kami baca menyebutnya. Bukan berarti tidak ada, atau nilainya nol.";
    AboutUnverifiedTerm: "Unverified", "Belum diperiksa";
    AboutUnverifiedText: "Something that we heard of and found in no source. It is kept among the notes of the research and never shown as a fact.", "Sesuatu yang kami dengar tetapi tidak kami temukan dalam sumber mana pun. Disimpan dalam catatan riset dan tidak pernah ditampilkan sebagai fakta.";
    AboutDisputedTerm: "Sources disagree", "Sumber berbeda";
    AboutDisputedText: "Both values are shown side by side, each with its source. We do not choose, and we take no average.", "Kedua nilai ditampilkan berdampingan, masing-masing dengan sumbernya. Kami tidak memilih, dan tidak mengambil rata-rata.";
    AboutCorrect: "How to correct something", "Cara memperbaiki";
    AboutCorrectText: "Write to “Issues” on the page where the code of this project is published (its repository): the page, what is wrong, and where the right value can be read. A correction needs a source that others can read as well.", "Tulis di menu “Issues” pada laman tempat kode proyek ini diterbitkan (repositori): halamannya, apa yang keliru, dan di mana nilai yang benar dapat dibaca. Perbaikan memerlukan sumber yang juga dapat dibaca orang lain.";
    AboutCorrectFile: "Whoever can edit a JSON file can propose the change directly; the file of each page is among those of the data set. What changed on which day is listed there too.", "Siapa pun yang dapat menyunting berkas JSON dapat langsung mengusulkan perubahan; berkas tiap halaman ada di set data. Perubahan menurut tanggal juga tercantum di sana.";
    AboutToData: "Files, changes and terms of the data set", "Berkas, perubahan, dan ketentuan set data";
    AboutPrivacy: "Privacy", "Privasi";
    AboutPrivacyText: "Nothing about you is collected. There is no account, no cookie, no counting of visits, and the pages ask no other host for anything.", "Tidak ada data tentang Anda yang dikumpulkan. Tidak ada akun, tidak ada kuki, tidak ada penghitungan kunjungan, dan halaman ini tidak meminta apa pun dari server lain.";
    AboutPrivacyKept: "Your browser keeps on your device only what you ask for: the language, the theme, and the atlas itself if you save it. None of it is sent anywhere. Whoever runs the server may log requests, as with any site.", "Peramban Anda hanya menyimpan di perangkat Anda apa yang Anda minta: bahasa, tema, dan atlas ini sendiri bila Anda menyimpannya. Semua itu tidak dikirim ke mana pun. Pengelola server mungkin mencatat permintaan, seperti pada situs lain.";
    AboutAccess: "Accessibility", "Aksesibilitas";
    AboutAccessText: "We follow WCAG 2.2, the international rules for accessible sites, levels A and AA. Every page can be used by keyboard, by touch and with a screen reader, enlarged to 400 %, in light, dark and high-contrast colours, and without motion. Every chart has its words and its table, every map its list.", "Kami mengikuti WCAG 2.2, pedoman internasional untuk situs yang dapat dipakai semua orang, tingkat A dan AA. Setiap halaman dapat dipakai dengan papan ketik, sentuhan, dan pembaca layar, diperbesar hingga 400 %, dalam warna terang, gelap, dan kontras tinggi, serta tanpa gerakan. Setiap grafik punya kalimat dan tabelnya, setiap peta punya daftarnya.";
    AboutLicences: "Licences", "Lisensi";
    AboutLicencesText: "Code: MIT or Apache-2.0, as you choose. Arrangement of the data, descriptions and translations: CC BY 4.0, with the words “ASCN Atlas”. Figures: the terms of each source, named beside it. Outlines of countries: Natural Earth, public domain. Points of cities: GeoNames, CC BY 4.0.", "Kode: MIT atau Apache-2.0, sesuai pilihan Anda. Susunan data, uraian, dan terjemahan: CC BY 4.0, dengan kata “ASCN Atlas”. Angka: ketentuan tiap sumber, yang disebut di sampingnya. Garis batas negara: Natural Earth, domain publik. Titik kota: GeoNames, CC BY 4.0.";
    AboutContact: "Contact", "Kontak";
    AboutContactText: "Through “Issues” on the page where the code of this project is published. There everyone can read what was reported and what became of it.", "Melalui menu “Issues” pada laman tempat kode proyek ini diterbitkan. Di sana semua orang dapat membaca apa yang dilaporkan dan bagaimana tindak lanjutnya.";

    // The front page and its stories.

    HomePrograms: "partner programmes", "program mitra";
    HomeIndicators: "indicators", "indikator";
    HomeStories: "What the data tell", "Apa kata data";
    HomeStoriesLead: "Stories from the figures of the atlas. Each number comes from the data and changes with them.", "Cerita dari angka-angka atlas. Setiap angka diambil dari data dan ikut berubah bersamanya.";
    HomeMore: "See it all", "Lihat selengkapnya";
    HomeCounted: "Counted in the programmes of this atlas.", "Dihitung dari program dalam atlas ini.";
    HomeLatest: "Latest in the network", "Terbaru dalam jejaring";
    HomeComing: "Announced", "Yang sudah diumumkan";
    HomeNoneComing: "No source that we read announces a later step.", "Tidak ada sumber yang kami baca mengumumkan langkah berikutnya.";
    HomeAllSteps: "All meetings and milestones", "Semua pertemuan dan tonggak";
    HomeCalendar: "As a calendar (iCalendar)", "Sebagai kalender (iCalendar)";
    HomeChanges: "Latest changes of the data", "Perubahan data terbaru";
    HomeAllChanges: "All changes, and the data to take away", "Semua perubahan, dan data untuk diunduh";
    HomeFeed: "Follow the changes (Atom feed)", "Ikuti perubahan (umpan Atom)";
    HomeSources: "Sources of the stories and milestones", "Sumber cerita dan tonggak";
    FailedHome: "The stories could not be loaded.", "Cerita tidak dapat dimuat.";
    CalendarName: "ASCN: meetings and milestones", "ASCN: pertemuan dan tonggak";
    CalendarAbout: "Meetings and milestones of the ASEAN Smart Cities Network and of partner programmes, from ASCN Atlas. Data as of {}. Left out because no day is known: {}.", "Pertemuan dan tonggak ASEAN Smart Cities Network serta program mitra, dari ASCN Atlas. Data per {}. Tidak dimuat karena harinya tidak diketahui: {}.";
    ChangesFeed: "ASCN Atlas: changes of the data", "ASCN Atlas: perubahan data";

    // Search over everything.
    SearchTitle: "Search", "Cari";
    SearchLead: "Everything in the atlas: cities, projects, programmes, people, figures, meetings and the documents behind them. Type in English or Indonesian; small slips do not matter.", "Semua isi atlas: kota, proyek, program, orang, angka, pertemuan, dan dokumen di baliknya. Ketik dalam bahasa Indonesia atau Inggris; salah ketik kecil tidak masalah.";
    SearchLabel: "What are you looking for?", "Apa yang Anda cari?";
    SearchClose: "Close search", "Tutup pencarian";
    SearchHelp: "Arrow keys move through what was found.", "Tombol panah berpindah di antara hasil.";
    SearchCount: "Found: {}", "Ditemukan: {}";
    SearchNothing: "Nothing was found for “{}”.", "Tidak ada yang ditemukan untuk “{}”.";
    SearchAdvice: "Try fewer or other words, or go on here:", "Coba lebih sedikit kata atau kata lain, atau lanjutkan di sini:";
    SearchStart: "Or go straight to:", "Atau langsung ke:";
    SearchAll: "Show all {}", "Tampilkan semua {}";
    SearchFirst: "The first {} of {} are shown; more words narrow them.", "Ditampilkan {} pertama dari {}; tambahkan kata untuk mempersempit.";
    SearchAllKinds: "Back to all kinds", "Kembali ke semua jenis";
    SearchAlso: "also: {}", "juga: {}";
    SearchPage: "See everything on one page", "Lihat semuanya di satu halaman";
    SearchPages: "Pages of the atlas", "Halaman atlas";
    SearchPartners: "Partners", "Mitra";
    SearchMeetings: "Meetings and milestones", "Pertemuan dan tonggak";
    SearchPeople: "People", "Orang";
    SearchFocus: "Focus areas", "Bidang fokus";
    SearchSources: "Documents and sources", "Dokumen dan sumber";
    SearchProgramsOne: "{} programme", "{} program";
    SearchProgramsMany: "{} programmes", "{} program";
    FailedSearch: "The search could not be loaded.", "Pencarian tidak dapat dimuat.";

    // Reading without a network. What its script says is in offline/words.json.
    OfflineTitle: "Read without internet", "Membaca tanpa internet";
    OfflineText: "Nothing is saved unless you ask. Once saved, every page opens without internet; files to take away and pictures still need it.", "Tidak ada yang disimpan tanpa Anda minta. Setelah disimpan, semua halaman terbuka tanpa internet; berkas unduhan dan gambar tetap memerlukannya.";
    OfflineNone: "Saving cannot be offered here: it needs a current browser and the site opened from its own address on the web.", "Di sini atlas tidak dapat disimpan: diperlukan peramban terkini dan situs yang dibuka dari alamatnya sendiri di web.";
    OfflineLink: "Save to read without internet", "Simpan untuk dibaca tanpa internet";

    // Editions: the single file.
    EditionSingle: "Single-file edition, data as of {}", "Edisi satu berkas, data per {}";
    EditionFile: "The whole atlas to read without internet (one HTML file)", "Seluruh atlas untuk dibaca tanpa internet (satu berkas HTML)";
    EditionFileAbout: "opens with a double click, without internet, in Indonesian and English", "terbuka dengan klik ganda, tanpa internet, dalam bahasa Indonesia dan Inggris";
    EditionOnWeb: "The archive of the data set, its tables (CSV) and its single files are in the edition on the web. The figures of every indicator can be saved on its page.", "Arsip kumpulan data, tabel (CSV), dan berkas satuannya ada di edisi web. Angka setiap indikator dapat disimpan di halamannya.";

    // Widgets for other sites.
    EmbedTitle: "Put it on your site", "Pasang di situs Anda";
    EmbedLink: "Put it on a website", "Pasang di situs web";
    EmbedLead: "City cards, figures, charts and timelines of the atlas for your own page. They need no account, load nothing from anywhere else and keep nothing about your readers.", "Kartu kota, angka, grafik, dan lini masa atlas untuk halaman Anda. Tanpa akun, tidak memuat apa pun dari tempat lain, dan tidak menyimpan apa pun tentang pembaca Anda.";
    EmbedOnWeb: "What you paste names the address of this site on the web. Open this page there, with scripts on.", "Yang Anda tempelkan memuat alamat situs ini di web. Buka halaman ini di sana, dengan skrip aktif.";
    EmbedChoose: "Choose what to show", "Pilih yang ditampilkan";
    EmbedKind: "What it shows", "Yang ditampilkan";
    EmbedCity: "Card of a city", "Kartu kota";
    EmbedFigure: "Key figure", "Angka kunci";
    EmbedChart: "Chart of an indicator", "Grafik indikator";
    EmbedCities: "Cities of a member state", "Kota di satu negara anggota";
    EmbedCompare: "Cities side by side", "Kota berdampingan";
    EmbedProjects: "Projects of a city", "Proyek sebuah kota";
    EmbedPrograms: "Partner programmes in a city", "Program mitra di sebuah kota";
    EmbedPartner: "Programmes of a partner", "Program sebuah mitra";
    EmbedMap: "Map of the network", "Peta jejaring";
    EmbedMeetings: "Meetings of the network", "Pertemuan jejaring";
    EmbedCitiesOf: "Cities of the network in {}", "Kota jejaring di {}";
    EmbedCompareOf: "{} side by side", "{} berdampingan";
    EmbedProjectsOf: "Projects of {}", "Proyek {}";
    EmbedProgramsOf: "Partner programmes in {}", "Program mitra di {}";
    EmbedWhichCity: "City", "Kota";
    EmbedIndicator: "Indicator", "Indikator";
    EmbedWhichPartner: "Partner", "Mitra";
    EmbedPlaces: "Places", "Tempat";
    EmbedPlacesHint: "At most {}. Without any, a chart shows those that its page shows at first.", "Paling banyak {}. Tanpa pilihan, grafik menampilkan tempat yang mula-mula tampil di halamannya.";
    EmbedReaders: "For readers", "Bagi pembaca";
    EmbedFixed: "To look at; needs no script", "Untuk dilihat; tanpa skrip";
    EmbedLive: "To explore: values and places", "Untuk dijelajahi: nilai dan tempat";
    EmbedAccent: "Colour of lines and links", "Warna garis dan tautan";
    EmbedReset: "Start over", "Mulai lagi";
    EmbedBorder: "Border", "Bingkai";
    EmbedWith: "With", "Dengan";
    EmbedWithout: "Without", "Tanpa";
    EmbedContent: "Content", "Isi";
    EmbedWhole: "Everything", "Lengkap";
    EmbedMinimal: "Short", "Ringkas";
    EmbedFigures: "Figures", "Angka";
    EmbedToday: "The newest, kept up to date", "Terbaru, terus diperbarui";
    EmbedFrozen: "As of {}, for good", "Per {}, tidak berubah";
    EmbedLiveToday: "What readers can explore always shows the newest figures. Figures of a day are kept to look at.", "Yang dapat dijelajahi selalu menampilkan angka terbaru. Angka per tanggal tertentu disimpan untuk dilihat.";
    EmbedPreview: "Preview", "Pratinjau";
    EmbedNeedsNetwork: "The widgets could not be reached. They are made for other sites, and not part of what is saved for reading without internet.", "Widget tidak dapat dijangkau. Widget dibuat untuk situs lain dan tidak termasuk dalam salinan untuk membaca tanpa internet.";
    EmbedWidth: "Width in pixels", "Lebar dalam piksel";
    EmbedCodes: "Copy the code", "Salin kodenya";
    EmbedCodesLead: "The sources and a link to the atlas always stay. On what terms the sources may be used is said on the page of the data set.", "Sumber dan tautan ke atlas selalu ada. Syarat pemakaian tiap sumber tercantum di halaman kumpulan data.";
    EmbedFrame: "HTML without a script", "HTML tanpa skrip";
    EmbedScript: "HTML that fits its height", "HTML dengan tinggi yang menyesuaikan";
    EmbedElement: "An element of its own, for pages with several", "Elemen tersendiri, untuk halaman dengan beberapa widget";
    EmbedPicture: "A picture", "Gambar";
    EmbedNoPicture: "There is a ready picture of each city’s card and of each indicator’s chart with the places that its page shows at first, as of today. There is none of what you have chosen: use the HTML without a script.", "Gambar jadi tersedia untuk kartu setiap kota dan grafik setiap indikator dengan tempat yang mula-mula tampil di halamannya, dengan angka terbaru. Untuk pilihan Anda tidak ada: gunakan HTML tanpa skrip.";
    EmbedPageLink: "A link", "Tautan";

    // Paper
    PrintedFrom: "Printed from", "Dicetak dari";

    // About: accessibility
    AccessTested: "On every change, programs open each kind of page in both languages, on a phone and at a desk. They check the rules of WCAG that a program can check, the contrast of all words, the size of what one taps, the way through by keyboard alone, enlarged text, and what the page tells a screen reader. They found nothing that falls short of the two levels.", "Pada setiap perubahan, program membuka setiap jenis halaman dalam kedua bahasa, di ponsel dan di layar lebar. Diperiksa aturan WCAG yang dapat diperiksa program, kontras semua tulisan, ukuran bagian yang diketuk, jalan melalui papan ketik saja, tulisan yang diperbesar, dan apa yang disampaikan halaman kepada pembaca layar. Tidak ditemukan yang kurang dari kedua tingkat itu.";
    AccessLimits: "What we know is missing: nobody outside the project has audited the site, and it has not been tried by people who use a screen reader every day. Wide tables and the timeline scroll sideways on a phone; the list of programmes holds the same as the timeline. Reports and pages of others that we link to may not be accessible.", "Yang kami ketahui masih kurang: belum ada pihak di luar proyek yang mengaudit situs ini, dan situs ini belum dicoba oleh orang yang setiap hari memakai pembaca layar. Tabel lebar dan lini masa digulir ke samping di ponsel; daftar program memuat hal yang sama dengan lini masa. Laporan dan halaman pihak lain yang kami tautkan mungkin tidak aksesibel.";
    AccessReport: "If something stands in your way, please tell us in the issues of the project’s repository: the page, what you wanted to do, and what you use (browser, screen reader, keyboard). We treat a barrier as a fault.", "Bila ada yang menghalangi Anda, beri tahu kami di bagian issues pada repositori proyek: halamannya, apa yang ingin Anda lakukan, dan apa yang Anda pakai (peramban, pembaca layar, papan ketik). Hambatan kami perlakukan sebagai kesalahan.";
    AccessDate: "Statement of 26 November 2026.", "Pernyataan per 26 November 2026.";

    // Live widgets.
    LiveFull: "Full page in ASCN Atlas", "Halaman lengkap di ASCN Atlas";
    LiveOthers: "and {} more", "dan {} lainnya";
    LiveFixed: "This chart could not be made interactive here. It shows its usual places.", "Grafik ini tidak dapat dibuat interaktif di sini. Yang ditampilkan adalah tempatnya yang biasa.";

    // A first look, on a phone.
    AtlasHelpKeys: "With a mouse: drag; zoom by double click, or by the wheel with Ctrl held or after a click on the map. With a keyboard: arrows, +, − and 0.", "Dengan tetikus: seret; perbesar dengan klik ganda, atau roda sambil menahan Ctrl atau setelah mengeklik peta. Dengan papan ketik: tombol panah, +, − dan 0.";

    // Very large networks.
    MapSome: "The map shows {} of these {} cities. Narrow the list to see the others.", "Peta menampilkan {} dari {} kota ini. Persempit daftar untuk melihat yang lain.";
    StateOthers: "and {} more cities", "dan {} kota lainnya";

    // Take it away, beside each chart.
    TakeOpen: "Download, cite, share", "Unduh, kutip, bagikan";
    TakeEmbed: "Code for a website", "Kode untuk situs web";
    TakeFailed: "What makes the files and texts could not be loaded.", "Pembuat berkas dan teks tidak dapat dimuat.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_words_and_the_same_places_in_both_languages() {
        for key in Key::ALL {
            let places = |lang| key.text(lang).matches("{}").count();
            assert!(
                !key.text(Lang::En).is_empty() && !key.text(Lang::Id).is_empty(),
                "{key:?}"
            );
            assert_eq!(places(Lang::En), places(Lang::Id), "{key:?}");
        }
    }

    #[test]
    fn values_stand_in_their_places_and_nowhere_else() {
        assert_eq!(Key::JoinedIn.with(Lang::En, "2018"), "joined 2018");
        assert_eq!(
            Key::CitiesShown.with2(Lang::Id, "{}", "38"),
            "{} dari 38 kota"
        );
    }
}
