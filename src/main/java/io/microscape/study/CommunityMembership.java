package io.microscape.study;

/**
 * The community of a micro-space.
 *
 * @param code code of the space
 * @param community code of the community, or what the space's attribute says where no community of the study is called so;
 *     null when the space is in none
 * @param from how it was found; null when it is in none
 * @param overlapShare area of the space within that community over area of the space, 0 to 1; null where the community
 *     has no boundary
 * @param note why there is none, or how attribute and location contradict each other; null when there is nothing to say
 */
public record CommunityMembership(String code, String community, From from, Double overlapShare, String note) {

    /** How a community was found. */
    public enum From {
        ATTRIBUTE,
        LOCATION
    }
}
