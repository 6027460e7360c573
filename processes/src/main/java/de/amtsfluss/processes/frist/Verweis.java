package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Frist.Regime;

/**
 * The paragraphs that lead to the BGB.
 *
 * @param zaehlung says that §§ 187 and 188 BGB hold
 * @param verschiebung says that an end on a weekend or holiday moves
 */
record Verweis(String zaehlung, String verschiebung) {

    /** A Klage at the Verwaltungsgericht. */
    static final Verweis KLAGE =
            new Verweis("§ 57 Abs. 2 VwGO, § 222 Abs. 1 ZPO", "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO");

    static Verweis of(Regime regime) {
        return switch (regime) {
            case VWVFG -> new Verweis("§ 31 Abs. 1 VwVfG NRW", "§ 31 Abs. 3 VwVfG NRW, § 193 BGB");
            case AO -> new Verweis("§ 108 Abs. 1 AO", "§ 108 Abs. 3 AO");
            case SGBX -> new Verweis("§ 26 Abs. 1 SGB X", "§ 26 Abs. 3 SGB X");
        };
    }
}
