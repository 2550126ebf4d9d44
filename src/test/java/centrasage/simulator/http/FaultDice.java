package centrasage.simulator.http;

/** Throws that depend on nothing but seed, request identity, attempt and purpose: the same in every run and thread order. */
record FaultDice(long seed, String identity, int attempt) {

    /** 0 to 999, evenly. */
    int permille(String purpose) {
        return Math.floorMod(hash(purpose), 1000);
    }

    /** From {@code low} to {@code high}, both included. */
    long between(String purpose, long low, long high) {
        return high <= low ? low : low + Math.floorMod(hash(purpose), high - low + 1);
    }

    /** FNV-1a over the words, finished by SplitMix64 so that neighbouring keys do not share a fate. */
    private long hash(String purpose) {
        long hash = 0xcbf29ce484222325L;
        String words = seed + "|" + identity + "|" + attempt + "|" + purpose;
        for (int i = 0; i < words.length(); i++) {
            hash = (hash ^ words.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
