//! Messages of the shell of every page, its states, the front page's list, the directory and the profile of a city.

/// Hands on these rows behind those it is given: see [`super`].
macro_rules! shell {
    ($next:ident [$($rest:ident)*] $($rows:tt)*) => { $next! { [$($rest)*]
        $($rows)*
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
        FailedCity: "This city’s data could not be loaded.", "Data kota ini tidak dapat dimuat.";
        FailedCountry: "The country’s figures could not be loaded.", "Angka negara tidak dapat dimuat.";
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
        ProjectsScap: "Priority projects of the city’s action plan (Smart City Action Plan, SCAP)", "Proyek prioritas rencana aksi kota (Smart City Action Plan, SCAP)";
        ProjectsInnovation: "Other projects and innovations", "Proyek dan inovasi lain";
        ProjectOwn: "City’s own project: no report of the network names it.", "Proyek kota sendiri: tidak disebut dalam laporan jejaring.";
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
        CountsTitle: "Projects in the network’s reports", "Proyek dalam laporan jejaring";
        CountsNone: "The network’s monitoring reports of 2022 to 2025 list no project of this city.", "Laporan pemantauan jejaring 2022 hingga 2025 tidak memuat proyek kota ini.";
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
        SourcesCountry: "Sources of the country’s figures", "Sumber angka negara";
        SourceNumber: "Source {}", "Sumber {}";
        SourceBack: "Back to where source {} is cited", "Kembali ke tempat sumber {} dikutip";
        SourceRead: "read {}", "dibaca {}";
        SourceVia: "copy that was read", "salinan yang dibaca";
        SourceLicence: "Licence: {}", "Lisensi: {}";
        SourceNoLicence: "Licence not stated", "Lisensi tidak disebutkan";
        SourceUndated: "no date", "tanpa tanggal";
        SourceNoAddress: "no address known", "alamat tidak diketahui";
        Unknown: "unknown", "tidak diketahui";
    } };
}
pub(super) use shell;
