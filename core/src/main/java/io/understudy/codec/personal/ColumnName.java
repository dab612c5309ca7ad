package io.understudy.codec.personal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a column's name, parted by signs and capitals, in lower case. */
public record ColumnName(List<String> words) {
    private static final Set<String> PHONES = words("""
            phone phones telephone tel mobile cell cellphone fax telefon telefono telefone handy mobil msisdn
            gsm phonenumber telefonnummer telnr mobilephone phoneno tlf celular
            """);
    private static final Set<String> CARDS =
            Set.of("card", "cards", "creditcard", "cardnumber", "cardno", "pan", "ccnumber", "cc", "kreditkarte");
    private static final Set<String> STATES = words("""
            ssn nif nie dni nino bsn tin itin passport steuer steuerid steuernummer aadhaar cpf curp rfc pesel
            nir insee egn cnp personnummer cpr ahv avs sin sozialversicherungsnummer svnr reisepass
            personalausweis pasaporte passeport nhs codicefiscale fiscale hetu rut rodne nationalid
            socialsecurity driverslicense licence license
            """);
    private static final Set<String> ADDRESSES = words("""
            address addr street strasse stra\u00DFe adresse anschrift rue calle direccion domicile domicilio
            residence indirizzo adres straat wohnort adress endereco address1 address2 location
            """);
    private static final Set<String> SURE_NAMES = words("""
            surname lastname firstname forename nachname vorname givenname familyname fullname apellido
            apellidos prenom cognome voornaam achternaam familienname middlename maidenname firstnames fname
            lname username kundenname customername imie nazwisko efternamn fornamn sobrenome
            """);
    private static final Set<String> PEOPLE = words("""
            first last full given family middle maiden customer client patient person people employee contact
            holder cardholder owner passenger host guest insured driver student teacher doctor physician
            beneficiary member legal reviewer author sender recipient applicant tenant spouse mother father
            child emergency account payer payee subscriber policyholder debtor creditor agent manager kunde
            kunden user buyer seller traveller traveler candidate resident voter officer nurse attorney lawyer
            claimant witness victim suspect my real preferred
            """);
    private static final Set<String> NAMES = Set.of("name", "names", "nom", "nombre", "naam", "nome", "namn");

    /** What has names too, and is nobody. */
    private static final Set<String> THINGS = words("""
            hotel product company business brand city country state region file school store shop item category
            species event team station airport carrier vendor supplier merchant listing project department job
            course drug model table column field domain bank branch game movie film song album book ship site
            park river group plan type device app restaurant county district street place town neighbourhood
            neighborhood organization organisation org airline server machine process class service campaign
            channel stock fund role title hospital university institution plant animal dog pet dish recipe
            currency
            """);

    private static final Set<String> ENTITIES = words("""
            policy invoice order transaction trans contract claim card device session case reservation booking
            shipment ticket household acct cust subject loan phone sim imei vin plate
            """);

    private static final Set<String> CODES = words("""
            code codes recode class subclass zip zipcode postcode postal plz fips icd naics sic
            """);

    /** The words of a name. */
    public static ColumnName of(String name) {
        String parted = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_");
        return new ColumnName(Arrays.stream(parted.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** Whether one of its words is one of these, in lower case. */
    public boolean has(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    /** Whether it speaks of telephone numbers. */
    public boolean phone() {
        return has(PHONES);
    }

    /** Whether it speaks of payment cards. */
    public boolean card() {
        return has(CARDS);
    }

    /** Whether the name is that of a number a state gives. */
    public boolean nationalId() {
        return has(STATES)
                || both(Set.of("social", "insurance", "national", "tax", "identity", "citizen"), ids())
                || both(Set.of("social"), Set.of("security"));
    }

    private static Set<String> ids() {
        return Set.of("id", "num", "number", "no", "nr", "code", "security", "card", "identifier");
    }

    /** Whether it speaks of postal addresses. */
    public boolean address() {
        return has(ADDRESSES) && !has(Set.of("ip", "mac", "email", "mail", "e", "web", "url"));
    }

    /** Whether the name is that of people's names and of nothing else. */
    public boolean person() {
        return !has(THINGS) && (has(SURE_NAMES) || both(PEOPLE, NAMES));
    }

    /** Whether the name is that of persons, contracts or what else leads to one. */
    public boolean entity() {
        return has(PEOPLE) || has(ENTITIES);
    }

    /** Whether the name ends like that of codes. */
    public boolean code() {
        return endsWith(CODES);
    }

    /** Whether the name ends in a word for number, after another. */
    public boolean numbered() {
        return words.size() > 1 && endsWith(ids());
    }

    private boolean endsWith(Set<String> any) {
        return !words.isEmpty() && any.contains(words.get(words.size() - 1));
    }

    /** Whether the name is just {@code name}: of people or of things. */
    public boolean bareName() {
        return words.size() == 1 && has(NAMES);
    }

    private boolean both(Set<String> one, Set<String> other) {
        return has(one) && has(other);
    }
}
