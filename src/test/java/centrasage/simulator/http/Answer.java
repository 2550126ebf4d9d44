package centrasage.simulator.http;

/** What goes over the wire in the end: a response, whole or cut, or nothing at all. */
record Answer(Response response, Ending ending) {
    enum Ending {
        WHOLE,
        CUT_IN_BODY,
        DROPPED
    }

    static Answer whole(Response response) {
        return new Answer(response, Ending.WHOLE);
    }

    static Answer cut(Response response) {
        return new Answer(response, Ending.CUT_IN_BODY);
    }

    static Answer dropped() {
        return new Answer(Response.empty(200), Ending.DROPPED);
    }
}
