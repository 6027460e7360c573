package de.amtsfluss.processes.aktenplan;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The version of an Aktenplan. xdomea leaves its form open; the numbers in it are compared one by one, which suits days
 * ({@code 2026-11-26}) as well as counted versions ({@code 3.10}).
 */
record Fassung(String text) implements Comparable<Fassung> {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Override
    public int compareTo(Fassung other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    private BigInteger[] numbers() {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(BigInteger::new)
                .toArray(BigInteger[]::new);
    }
}
