"""Which listed parties could this be?"""
