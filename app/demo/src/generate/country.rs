//! Where the company works: countries with their sites, languages, pay and names. All invented people are put
//! together from first names and family names that are common there.

use super::dice::Dice;

/// A country with everything that people there share.
pub(super) struct Country {
    /// ISO 3166.
    pub(super) code: &'static str,
    pub(super) sites: &'static [&'static str],
    /// The first is everybody's own; the others are learned, the likelier first.
    pub(super) languages: &'static [&'static str],
    /// ISO 4217.
    pub(super) currency: &'static str,
    /// A year of a representative's work, in major units.
    pub(super) entry_pay: i32,
    women: &'static str,
    men: &'static str,
    families: &'static str,
}

impl Country {
    /// A branch's country; the larger ones stand in the list more than once.
    pub(super) fn of_branch(dice: &mut Dice) -> &'static Country {
        &COUNTRIES[dice.pick(&[0, 0, 0, 1, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9])]
    }

    /// A first name of either kind and a family name.
    pub(super) fn name(&self, woman: bool, dice: &mut Dice) -> String {
        let first = one_of(if woman { self.women } else { self.men }, dice);
        let family = one_of(self.families, dice);
        format!("{first} {family}")
    }
}

fn one_of(names: &'static str, dice: &mut Dice) -> &'static str {
    let count = names.bytes().filter(|&byte| byte == b',').count() + 1;
    names.split(',').nth(dice.below(count)).unwrap_or(names)
}

const COUNTRIES: [Country; 10] = [
    Country {
        code: "IN",
        sites: &["Hyderabad", "Pune", "Kochi"],
        languages: &["hi", "en", "te", "mr", "ta"],
        currency: "INR",
        entry_pay: 400_000,
        women: "Aditi,Ananya,Bhavna,Deepa,Divya,Farah,Gauri,Ishita,Kavya,Lakshmi,Meera,Nandini,Nisha,Pooja,Priya,Radhika,Sanjana,Shreya,Sunita,Tanvi,Vidya,Zoya",
        men: "Abhishek,Aditya,Ajay,Arjun,Deepak,Faisal,Gaurav,Harish,Imran,Karthik,Manoj,Mohit,Nikhil,Prakash,Rahul,Rakesh,Rohan,Sandeep,Siddharth,Suresh,Varun,Vikram",
        families: "Agarwal,Ahmed,Bhat,Chauhan,Das,Desai,Fernandes,Ghosh,Gupta,Iyer,Jain,Joshi,Kapoor,Khan,Kulkarni,Kumar,Malhotra,Mehta,Menon,Mishra,Nair,Naidu,Patel,Patil,Pillai,Rao,Reddy,Saxena,Shah,Sharma,Singh,Thomas,Varma,Yadav",
    },
    Country {
        code: "PH",
        sites: &["Cebu", "Manila"],
        languages: &["fil", "en", "ceb", "es"],
        currency: "PHP",
        entry_pay: 330_000,
        women: "Althea,Andrea,Angelica,Bea,Camille,Carmela,Clarisse,Daniela,Diwata,Erica,Hazel,Isabel,Jasmine,Kristine,Liza,Maricel,Nicole,Patricia,Rowena,Sheila,Tala,Trisha",
        men: "Adrian,Alvin,Angelo,Arnel,Bayani,Carlo,Christian,Dennis,Edgar,Francis,Gerald,Ian,Jericho,Joel,Kenneth,Lito,Marvin,Nathaniel,Paolo,Ramon,Rodel,Vincent",
        families: "Aguilar,Alonzo,Aquino,Bautista,Castillo,Castro,Cruz,Dela Cruz,Delos Santos,Domingo,Fernandez,Flores,Francisco,Garcia,Gonzales,Hernandez,Lim,Lopez,Mendoza,Mercado,Navarro,Ocampo,Ramos,Reyes,Rivera,Salazar,Santiago,Santos,Soriano,Tan,Tolentino,Valdez,Villanueva",
    },
    Country {
        code: "MX",
        sites: &["Guadalajara"],
        languages: &["es", "en", "pt"],
        currency: "MXN",
        entry_pay: 192_000,
        women: "Abril,Alejandra,Brenda,Carolina,Daniela,Elena,Fernanda,Gabriela,Itzel,Jimena,Karla,Laura,Lucía,Mariana,Mónica,Paola,Regina,Renata,Sofía,Valeria,Ximena,Yolanda",
        men: "Alejandro,Andrés,Arturo,Carlos,César,Diego,Emiliano,Fernando,Gerardo,Héctor,Hugo,Iván,Javier,Jorge,Leonardo,Luis,Manuel,Miguel,Óscar,Ricardo,Rodrigo,Santiago",
        families: "Aguirre,Álvarez,Campos,Cárdenas,Castillo,Cervantes,Contreras,Cortés,Delgado,Domínguez,Espinoza,Estrada,Fuentes,García,Guerrero,Gutiérrez,Hernández,Jiménez,Juárez,López,Martínez,Mejía,Mendoza,Morales,Orozco,Ortega,Pérez,Ramírez,Rojas,Salinas,Sandoval,Vargas,Vázquez",
    },
    Country {
        code: "CO",
        sites: &["Bogotá"],
        languages: &["es", "en", "pt", "fr"],
        currency: "COP",
        entry_pay: 31_000_000,
        women: "Adriana,Alejandra,Ana María,Andrea,Camila,Carolina,Catalina,Claudia,Daniela,Diana,Isabella,Juliana,Laura,Luisa,Manuela,Marcela,Natalia,Paula,Sara,Tatiana,Valentina,Ximena",
        men: "Alejandro,Álvaro,Andrés,Camilo,Carlos,Cristian,Daniel,David,Edison,Felipe,Germán,Iván,Jaime,Jhon,Jorge,Julián,Mateo,Mauricio,Nicolás,Óscar,Sebastián,Santiago",
        families: "Acosta,Arias,Ávila,Beltrán,Bernal,Cardona,Castaño,Castro,Correa,Duarte,Escobar,Forero,Gil,Giraldo,Gómez,González,Guzmán,Henao,Jaramillo,López,Marín,Mejía,Montoya,Muñoz,Ospina,Parra,Quintero,Restrepo,Rincón,Rodríguez,Ruiz,Suárez,Torres,Vélez",
    },
    Country {
        code: "PL",
        sites: &["Kraków", "Łódź"],
        languages: &["pl", "en", "de", "uk"],
        currency: "PLN",
        entry_pay: 78_000,
        women: "Agata,Agnieszka,Alicja,Aneta,Barbara,Dorota,Ewa,Gabriela,Hanna,Iwona,Joanna,Julia,Kamila,Karolina,Katarzyna,Magdalena,Małgorzata,Monika,Natalia,Oliwia,Weronika,Zuzanna",
        men: "Adam,Andrzej,Bartosz,Damian,Dawid,Filip,Grzegorz,Jakub,Jan,Kamil,Krzysztof,Łukasz,Maciej,Marcin,Mateusz,Michał,Paweł,Piotr,Rafał,Szymon,Tomasz,Wojciech",
        families: "Adamczyk,Bąk,Baran,Chmiel,Czech,Dudek,Duda,Gajda,Górka,Jasik,Kaczmarek,Kania,Kaźmierczak,Kmieć,Kołodziej,Kozioł,Krawczyk,Kubiak,Łuczak,Mazur,Mazurek,Mikołajczyk,Nowak,Pawlak,Pietrzak,Sikora,Sobczak,Stępień,Szymczak,Walczak,Wieczorek,Wilk,Wójcik,Zając",
    },
    Country {
        code: "PT",
        sites: &["Braga"],
        languages: &["pt", "en", "es", "fr", "de"],
        currency: "EUR",
        entry_pay: 16_800,
        women: "Ana,Beatriz,Bruna,Carla,Carolina,Catarina,Cláudia,Diana,Filipa,Francisca,Helena,Inês,Joana,Leonor,Mafalda,Margarida,Mariana,Marta,Matilde,Rita,Sofia,Teresa",
        men: "Afonso,André,António,Bernardo,Bruno,Diogo,Duarte,Eduardo,Fábio,Filipe,Francisco,Gonçalo,Hugo,João,Luís,Miguel,Nuno,Pedro,Ricardo,Rui,Tiago,Vasco",
        families: "Almeida,Antunes,Azevedo,Barbosa,Batista,Brito,Cardoso,Carvalho,Coelho,Correia,Costa,Cunha,Dias,Esteves,Faria,Ferreira,Fonseca,Freitas,Gomes,Lopes,Machado,Marques,Matos,Mendes,Monteiro,Moreira,Neves,Nunes,Oliveira,Pinto,Ribeiro,Rocha,Teixeira,Vieira",
    },
    Country {
        code: "DE",
        sites: &["Leipzig"],
        languages: &["de", "en", "fr", "tr", "nl"],
        currency: "EUR",
        entry_pay: 32_400,
        women: "Alina,Anja,Anna,Aylin,Birgit,Carina,Elif,Emilia,Franziska,Greta,Hannah,Jana,Johanna,Katharina,Lena,Lisa,Marie,Miriam,Nele,Sabine,Sophie,Theresa",
        men: "Alexander,Ben,Christoph,Daniel,Emre,Fabian,Felix,Florian,Jan,Jonas,Julian,Kevin,Leon,Lukas,Markus,Maximilian,Murat,Niklas,Paul,Sebastian,Stefan,Tobias",
        families: "Arslan,Bauer,Becker,Böhm,Brandt,Demir,Engel,Fischer,Frank,Graf,Hartmann,Heinrich,Hoffmann,Horn,Kaiser,Keller,Koch,Köhler,Krause,Lange,Lehmann,Lorenz,Müller,Neumann,Öztürk,Peters,Richter,Sauer,Schulz,Vogel,Wagner,Weber,Winkler,Ziegler",
    },
    Country {
        code: "ZA",
        sites: &["Cape Town", "Durban"],
        languages: &["en", "af", "zu", "xh", "fr"],
        currency: "ZAR",
        entry_pay: 144_000,
        women: "Aisha,Amahle,Anika,Busisiwe,Chantel,Fatima,Karabo,Lerato,Lindiwe,Mbali,Naledi,Nomsa,Nosipho,Palesa,Refilwe,Ronel,Thandi,Thandeka,Tracey,Zanele,Zinhle,Zodwa",
        men: "Andile,Ashwin,Bongani,Dumisani,Gift,Heinrich,Jabu,Johan,Kagiso,Lwazi,Mandla,Neo,Nkosana,Pieter,Rishaad,Sibusiso,Sipho,Tebogo,Themba,Thabo,Vusi,Yusuf",
        families: "Abrahams,Adams,Botha,Cele,Daniels,Dlamini,Du Plessis,Gumede,Jacobs,Khoza,Khumalo,Louw,Mabaso,Mahlangu,Maseko,Mbatha,Mkhize,Mokoena,Molefe,Moodley,Naidoo,Ndlovu,Nel,Ngcobo,Nkosi,Petersen,Pillay,Radebe,Sithole,Smith,Tshabalala,Van Wyk,Williams,Zulu",
    },
    Country {
        code: "KE",
        sites: &["Nairobi"],
        languages: &["sw", "en", "fr", "ar"],
        currency: "KES",
        entry_pay: 540_000,
        women: "Achieng,Akinyi,Amina,Atieno,Caroline,Cherono,Esther,Faith,Grace,Halima,Jepkosgei,Joyce,Lilian,Mercy,Mumbi,Njeri,Nyambura,Purity,Ruth,Wambui,Wanjiru,Winnie",
        men: "Abdi,Brian,Collins,Daniel,Dennis,Eric,Felix,Geoffrey,Hassan,Isaac,James,Joseph,Kamau,Kevin,Kipchoge,Maina,Mwangi,Ochieng,Omondi,Patrick,Peter,Samuel",
        families: "Barasa,Chebet,Gitau,Kamau,Karanja,Kariuki,Kibet,Kimani,Kiplagat,Kiprono,Kipruto,Koech,Langat,Macharia,Maina,Mbugua,Mohamed,Muthoni,Mutua,Mwangi,Mwende,Ndungu,Njoroge,Nyaga,Ochieng,Odhiambo,Okello,Omondi,Onyango,Otieno,Rotich,Wafula,Wairimu,Wekesa",
    },
    Country {
        code: "US",
        sites: &["Tucson"],
        languages: &["en", "es", "vi", "fr"],
        currency: "USD",
        entry_pay: 38_000,
        women: "Alyssa,Amber,Brianna,Carmen,Crystal,Danielle,Destiny,Ebony,Emily,Gabrielle,Hannah,Jasmine,Kayla,Keisha,Linh,Maria,Megan,Monique,Rachel,Sierra,Tiffany,Vanessa",
        men: "Andre,Anthony,Brandon,Caleb,Cody,Darnell,Derek,Dustin,Ethan,Isaiah,Jamal,Jesus,Joshua,Justin,Kyle,Luis,Malik,Marcus,Nathan,Terrence,Travis,Tyler",
        families: "Anderson,Baker,Begay,Bell,Brooks,Brown,Carter,Chavez,Coleman,Cook,Davis,Flores,Foster,Garcia,Green,Hall,Harris,Hayes,Howard,Jackson,Johnson,Lewis,Lopez,Miller,Morgan,Nguyen,Parker,Ramirez,Reed,Robinson,Russell,Tran,Turner,Walker,Washington,Young",
    },
];
