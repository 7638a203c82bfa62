"""Is this somebody on a sanctions list, or only a namesake?"""
