package centrasage.desk.alert.outbox;

/** What became of a message. */
enum MessageState {
    WAITING,
    /** Under way; found so after its node died, it is sent once more, and says so. */
    SENDING,
    SENT,
    /** The channel was tried often enough for now: it is looked at again now and then, and as soon as the channel takes something. */
    PARKED,
    /** It will not be taken, or nobody needs it any more. */
    GIVEN_UP
}
