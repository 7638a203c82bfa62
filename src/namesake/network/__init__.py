"""Who belongs to whom?"""
