//! Messages of search, reading without a network, widgets for other sites, paper and accessibility.

/// Hands on these rows behind those it is given: see [`super`].
macro_rules! widgets {
    ($next:ident [$($rest:ident)*] $($rows:tt)*) => { $next! { [$($rest)*]
        $($rows)*
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
        SearchLeft: "Too many begin so: {} more are looked through when you type more letters or another word.", "Terlalu banyak yang berawalan begitu: {} lagi dicari setelah Anda mengetik lebih banyak huruf atau kata lain.";
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
        EmbedCounts: "Number of projects of a city", "Jumlah proyek sebuah kota";
        EmbedPrograms: "Partner programmes in a city", "Program mitra di sebuah kota";
        EmbedPartner: "Programmes of a partner", "Program sebuah mitra";
        EmbedTimeline: "All partner programmes", "Semua program mitra";
        EmbedNetwork: "Chart of the network", "Grafik jejaring";
        EmbedMap: "Map of the network", "Peta jejaring";
        EmbedMeetings: "Meetings of the network", "Pertemuan jejaring";
        EmbedCitiesOf: "Cities of the network in {}", "Kota jejaring di {}";
        EmbedCompareOf: "{} side by side", "{} berdampingan";
        EmbedProjectsOf: "Projects of {}", "Proyek {}";
        EmbedCountsOf: "Projects of {} in the network’s reports", "Proyek {} dalam laporan jejaring";
        EmbedProgramsOf: "Partner programmes in {}", "Program mitra di {}";
        EmbedWhichCity: "City", "Kota";
        EmbedIndicator: "Indicator", "Indikator";
        EmbedWhichChart: "Chart", "Grafik";
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
    } };
}
pub(super) use widgets;
